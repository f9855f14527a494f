"""A question in its conversation: what the turn before supplies, and the completed question that is shown.

A follow-up leaves out what both know: the place («og i Lesja?»), the matter («hva koster det?»), or both, or only asks
for another form («på nynorsk», «vis flere eksempler»). Whatever names a matter of its own is asked as it stands.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lhl_assistant.answer import filling, fragments, referring, topic
from lhl_assistant.answer.model import Citation
from lhl_assistant.language import phrases
from lhl_assistant.language.detect import Asked, detect
from lhl_assistant.language.syntax import Role, Word, cut

_FORM = re.compile(
    r"^(?:kan du |kunne du )?(?:si |skrive?|seie |ta |svare? )?(?:det |dette |det same |det samme )?(?:og )?"
    r"(?:si det |ta det )?på (nynorsk|bokmål)(?: takk)?[,.!? ]*$",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"^(?:kan du )?(?:og )?(?:vis|gi|gje|finn|har du|har de|finnes det|fins det|finst det|er det|any|show|give)?"
    r"(?: meg| oss)? ?(?:flere|fleire|andre|more|other) (?:eksempler|eksempel|døme|examples)[.!? ]*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^(?:vis|si|fortell|fortel|les|show)?(?: meg| oss)? ?(?:mer|meir|flere|fleire|more|noe mer|noko meir|"
    r"hva mer|kva meir|hva ellers|kva elles|og ellers|og elles|flere treff|fleire treff)(?: takk)?[.!? ]*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:og |men )?(?:hvordan|korleis|koss|åssen|hva|kva|ka|how|what) (?:har|gjør|gjer|have|do) (?:de |dei )?"
    r"(?:andre|others)(?: kommuner| kommunar| municipalities)?(?: gjort| gjør| gjer| done)?"
    r"(?: det| dette| it)?[.!? ]*$",
    re.IGNORECASE,
)
_HOLDS_FOR = re.compile(
    r"^(?:og |men )?(?:gjelder|gjeld) (?:det|dette|den|dei|de)(?: også| òg| og)? (?:for )?"
    r"(?P<whom>[^,.?!]{3,60}?)(?: også| òg| au)?[.!? ]*$",
    re.IGNORECASE,
)
_OF_ANSWER = re.compile(
    r"^(?:og |men )?(?:"
    r"(?:er|are|is) (?:du|det|dette|svaret|you|that|this|it)(?: helt| heilt| virkelig| verkeleg| really)? "
    r"(?:sikkert?|sant|rett|riktig|korrekt|sure|true|right|correct)(?: på (?:det|dette|svaret))?"
    r"|stemmer (?:det|dette|svaret)"
    r"|(?:hvilken|hvilke|kva for ein|kva for ei|kva for|kva|ka) (?:kilder?|kjelder?)"
    r"(?: (?:er|var|har du|bruker du|brukar du|bygger du på|byggjer du på))?(?: det| dette)?(?: fra| frå| i)?"
    r"|(?:hva|kva|ka) er (?:kilden|kilda|kjelda|kilden din|kjelda di)(?: til (?:det|dette|svaret))?"
    r"|(?:hvor|kor|hvorfra|kvar) (?:har|fikk|fekk|tar|tek) du (?:det|dette)(?: fra| frå)?"
    r"|(?:hvordan|korleis) (?:vet|veit) du (?:det|dette)|(?:hvem|kven) (?:sier|seier|påstår) (?:det|dette)"
    r"|kan (?:jeg|eg|vi|man|ein) (?:stole|lite) på (?:det|dette|deg|svaret)"
    r"|what is (?:the|your) source|where did you get (?:that|this)|how do you know(?: that| this)?"
    r")(?: da| då)?[.!? ]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:og|enn|men|and|but|hva med|kva med|ka med|hva om|kva om|what about|how about)\b[ ,]*)+", re.I
)
_PARTICLE = re.compile(r",\s*(?:da|då|then)(?=[?.! ]*$)", re.I)
_RICH = 2
_WORDS = {
    "nb": ("Hvilke eksempler finnes på", "Hva er"),
    "nn": ("Kva døme finst på", "Kva er"),
    "en": ("What are examples of", "What is"),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the completed question that was asked, and what was told of it so far."""

    question: str
    told: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Completed:
    """What to ask. ``language`` is set where the form was asked for, ``leave_out`` is what was told already.

    ``lacks`` is true for a question that has to be completed and there is nothing to complete it from, ``of_answer``
    for one about the answer itself («er du sikker?»), which the sources do not answer.
    """

    question: str
    changed: bool
    language: Asked | None = None
    leave_out: tuple[Citation, ...] = ()
    lacks: bool = False
    of_answer: bool = False


def complete(question: str, before: Turn | None, places: Iterable[str]) -> Completed:
    """``question`` with what the turn before supplies. ``places`` are the lower-case names that the libraries have."""
    stripped, known = question.strip(), frozenset(places)
    form, examples, more = _FORM.match(stripped), _EXAMPLES.match(stripped), _MORE.match(stripped)
    of_answer = bool(_OF_ANSWER.match(stripped))
    if before is None or of_answer:
        bare = of_answer or form or examples or more or _OTHERS.match(stripped) or _leans(stripped, known)
        return Completed(question, False, lacks=before is None and bool(bare), of_answer=of_answer)
    if holds := _HOLDS_FOR.match(stripped):
        return Completed(f"{before.question.rstrip('?.! ')} for {holds['whom']}?", True)
    if _OTHERS.match(stripped):
        return Completed(_examples(before.question, known, with_place=False), True, None, before.told)
    if form:
        return Completed(before.question, True, "nn" if form.group(1).lower() == "nynorsk" else "nb")
    if examples or more:
        again = _examples(before.question, known) if examples else before.question
        return Completed(again, True, None, before.told)
    asked = _filled(stripped, before.question, known)
    asked = asked[:1].upper() + asked[1:] if asked != stripped else question
    return Completed(asked, asked != question)


def extends(question: str) -> bool:
    """Whether ``question`` is one that the next can be completed from; «hvorfor ikke?» is not, what it follows is."""
    return not referring.wordless(cut(_OPENING.sub("", question.strip()), frozenset()))


def _leans(question: str, known: frozenset[str]) -> bool:
    """Whether a first question says nothing of what it is about."""
    opening = _OPENING.match(question)
    words = cut(_OPENING.sub("", question), known)
    if not words or phrases.matter(words) or referring.counted(words):
        return False
    leans = bool(opening) or words[0].role is Role.PREPOSITION or _asks(words)
    return leans and (not _asks(words) or not any(phrases.places(words)) or referring.pointing(words) is not None)


def _asks(words: Sequence[Word]) -> bool:
    """Whether the words are a question, and no mere piece of one."""
    first, second = [*words, None][:2]
    inner = second is not None and second.role is Role.ASKING
    return first is not None and (first.role in (Role.ASKING, Role.VERB) or inner)


def _filled(question: str, before: str, known: frozenset[str]) -> str:
    """The question with the matter or the place of the one before, or as it is."""
    bare = _PARTICLE.sub("", _OPENING.sub("", question).strip())
    words = cut(bare, known)
    if not words:
        return question
    if bare == question and len(phrases.matter(words)) > _RICH:
        return question
    if not _asks(words):
        short = words[0].role is Role.PREPOSITION or bare != question or not phrases.matter(words)
        return _piece(bare.rstrip("?.! "), words, before, known) if short else question
    if same := filling.same_verb(bare, words, before, known):
        return same
    filled = filling.pointed(bare, words, before, known) or filling.missing(bare, words, before, known)
    if not filled and _OPENING.match(question):
        filled = filling.placed(bare, words, before, known)
    return filled or question


def _piece(fragment: str, words: Sequence[Word], before: str, known: frozenset[str]) -> str:
    """A piece of a question. One that names a relation asks for it («og fristen?»)."""
    nouns = [w for w in words if w.role is Role.NOUN]
    relation = nouns and not phrases.matter(words) and not any(c.isdigit() for c in fragment)
    if relation and referring.described(words) is False:
        about = topic.topic(before, cut(before, known))
        return f"{_WORDS[detect(before)][1]} {fragment} for {about}?" if about else fragment
    return fragments.put(fragment, before, known)


def _examples(before: str, known: frozenset[str], with_place: bool = True) -> str:
    """A question for examples of what was spoken of."""
    about = topic.topic(before, cut(before, known), with_place=with_place)
    return f"{_WORDS[detect(before)][0]} {about}?" if about else before
