"""Whether a value of the kind asked for stands beside the thing it is asked of, which no score of nearness sees."""

import re
from dataclasses import replace

from lhl_assistant.answer import rows, values, words
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Intent, Wanted
from lhl_assistant.language.words import content_words, stem, tokens
from lhl_assistant.search.hits import Hit

_FAIR = 0.3
_ASKING = re.compile(
    r"\b(?:tiltak\w*|ansvar\w*|kost\w*|kroner|beløp\w*|pris\w*|budsjett\w*|tidsrom\w*|frist\w*|år|når|plan\w*|"
    r"hva|kva|hvem|kven|hvor|kor|mye|mykje|dyrt?|lenge|lang|tid)\b",
    re.IGNORECASE,
)
_VALUES = (Wanted.AMOUNT, Wanted.NUMBER, Wanted.TIME, Wanted.DURATION, Wanted.NAME, Wanted.SECTION)


def has_value(hit: Hit, intent: Intent) -> bool:
    """Whether the hit holds a value of the kind asked for; a row's asked-for cell may say that it is empty."""
    if hit.passage.cells and rows.asked_cell(hit, intent) is not None:
        return rows.fits(hit, intent) or rows.says_nothing(hit, intent)
    return values.holds(intent.wanted, hit.source.text[hit.passage.span.start : hit.passage.span.end])


def beside(hit: Hit, about: Context) -> bool:
    """Whether the value stands in a row, or beside a sentence, that has a fair share of what it is asked about.

    A number that is asked for («hvor mange *plasser*») stands within a few words of that; the name of someone who is
    asked for by title («hvem er *rektor*») in the sentence that has the title.
    """
    intent = about.intent
    if intent.wanted is Wanted.PERSON and hit.passage.cells and not about.foreign:
        return row_has(hit, about)
    if intent.wanted not in _VALUES or about.foreign:
        return True
    if intent.wanted is Wanted.NUMBER and intent.thing:
        return _counted(hit, about)
    said = _sentences(hit)
    told = [i for i, sentence in enumerate(said) if values.holds(intent.wanted, sentence)]
    if intent.wanted is Wanted.NAME and intent.thing:
        title = stem(intent.thing)
        return any(
            values.names_person(_untitled(said[i], title)) and title in {stem(t) for t in tokens(said[i])} for i in told
        )
    if hit.passage.cells:
        return row_has(hit, about)
    headings = f"{' '.join(hit.passage.heading)} {hit.source.title} {' '.join(hit.passage.questions)}"
    matter = _matter(about)
    near = (" ".join(said[max(0, i - 1) : i + 2]) for i in told)
    return any(words.coverage(f"{sentences} {headings}", hit, matter)[0] >= _FAIR for sentences in near)


def _untitled(sentence: str, title: str) -> str:
    """The sentence without the title: «Helseminister Vestre» is no full name."""
    return " ".join(w for w in sentence.split() if stem(w.lower()) != title)


def row_has(hit: Hit, about: Context) -> bool:
    """Whether a cell has a word of what is asked for: each row of a plan has an amount, or someone responsible.

    The cell that would answer is no sign of it: «leder» stands in it whoever leads what.
    """
    asked = rows.asked_cell(hit, about.intent)
    others = " ".join(c.value for c in hit.passage.cells if c is not asked)
    return words.coverage(others, hit, _matter(about))[0] > 0


def row_is(hit: Hit, about: Context) -> float:
    """The share (0–1) of the words of the row's own matter that the question has: 1 for the row that it names."""
    if not hit.passage.cells:
        return 0.0
    own = content_words(rows.topic(hit).value)
    asked = {term for group in about.searcher.groups(words.library(hit, about), about.topic) for term, _ in group.terms}
    return sum(stem(w) in asked for w in own) / len(own) if own else 0.0


def _matter(about: Context) -> Context:
    """The question without the words that ask for a value."""
    return replace(about, question=_ASKING.sub(" ", about.topic))


def lacks_thing(hit: Hit, about: Context) -> bool:
    """Whether the evidence never speaks of the thing asked for («hvilket *firma*»), under any of its names."""
    if not about.intent.thing or about.foreign or about.intent.wanted in (Wanted.TIME, Wanted.NAME):
        return False
    terms = words.standing_for(about.intent.thing, hit, about)
    has = words.library(hit, about).lexicon.vocabulary.terms(words.text(hit))
    return bool(terms) and not terms & has


def nobody_knows(hit: Hit, about: Context) -> bool:
    """Whether no passage of the library speaks of the thing asked for."""
    if not about.intent.thing or about.foreign:
        return False
    terms, lexicon = words.standing_for(about.intent.thing, hit, about), words.library(hit, about).lexicon
    return bool(terms) and not any(lexicon.knows(t) for t in terms)


def _counted(hit: Hit, about: Context) -> bool:
    terms, lexicon = words.standing_for(about.intent.thing, hit, about), words.library(hit, about).lexicon
    if not terms:
        return True
    said = [hit.passage.embedding_text(hit.source.text)] if hit.passage.cells else _sentences(hit)
    return any(values.counted(s, lambda word: bool(terms & lexicon.vocabulary.terms(word))) for s in said)


def _sentences(hit: Hit) -> list[str]:
    source = hit.source.text
    if hit.passage.cells:
        return [source[hit.passage.span.start : hit.passage.span.end]]
    return [source[s.start : s.end] for s in hit.passage.sentences]
