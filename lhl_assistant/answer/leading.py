"""Which of the near passages leads the answer: one that holds such a value, such a list, or such a duty."""

import re
from collections.abc import Callable, Sequence

from lhl_assistant.answer import prose, rows, words
from lhl_assistant.answer.beside import has_value, row_has, row_is
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Wanted
from lhl_assistant.language.words import content_words, stem
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Kind

_CLOSE_ONES, _HAS, _FULL = 8, 0.1, 0.02
_NAMED, _CITES = 0.1, 0.25
_SHARES = {Wanted.PERSON: (0.80, 0.15)}
_SHARE_ELSE = (0.85, 0.1)
_LENIENT = 0.05
_VALUES = (Wanted.AMOUNT, Wanted.NUMBER, Wanted.TIME, Wanted.DURATION, Wanted.PERSON, Wanted.NAME, Wanted.SECTION)
_DUTY = re.compile(
    r"\b(?:plikt\w*|pålagt|pålagd|lovpålagt|krav|kravet|krava|kreves|krevst|krever|krev|rett (?:til|på)|retten til|"
    r"rettar|rettigheter|lov til|(?:i|etter) lov(?:en|a|verket)?|lov(?:en|a) (?:at|om)|"
    r"obligatorisk|frivillig for|(?:trenger|treng) (?:vi|kommunen|ein kommune|en kommune)|"
    r"(?:velge|velje) (?:\w+ ){0,2}bort|"
    r"(?:legge|leggje) (?:\w+ ){0,2}ned|la (?:være|vere)|sl[ie]ppe?r? unna|"
    r"(?:må|skal) (?:vi|kommunen|kommunar|kommuner|alle kommuner|alle kommunar|eldrerådet|"
    r"planen|ein kommune|en kommune)|(?:required|obliged|entitled|right to|must (?:we|the municipality)))\b",
    re.IGNORECASE,
)
_DUTY_NEAR, _LAW, _SAYS_DUTY, _IN_HEADING, _SPEAKS = 0.82, 0.12, 0.04, 0.12, 0.3
_REPEALED = re.compile(r"\b(?:er|vart|ble|blei) opphev(?:et|a|d)\b", re.IGNORECASE)
_OLD = re.compile(
    r"\b(?:gamle?|tidlige?re|tidlegare|før|oppheve\w*|oppheva|fortsatt|framleis|fremdeles|lenger|lengre|"
    r"erstatte\w*|erstatta|historie\w*|i staden|i steden|i stedet|gjelder|gjeld|(?:1[89]|20)\d\d|"
    r"old|former|repealed|still|replaced)\b",
    re.IGNORECASE,
)
_REPEALED_NEAR = 0.75
_LIST_NEAR, _LIST, _SAME_START, _SEVERAL = 0.85, 0.15, 6, 3
_TEXT_NEAR, _LOOSE, _PAIR = 0.85, 0.2, 2


def asks_duty(question: str) -> bool:
    """Whether the question asks what must be, so that an example of what someone did is no answer."""
    return bool(_DUTY.search(question))


def ordered(hits: Sequence[Hit], about: Context) -> list[Hit]:
    """The hits with the one that is best to lead with first, of those near the best.

    Who is responsible stands in a plan's tables and hardly anywhere else, so a row that says it may come from further
    down; what must be done is told by the law before anybody's example.
    """
    return _in_force(_telling(_ordered(hits, about)), about) if hits else []


def _ordered(hits: Sequence[Hit], about: Context) -> list[Hit]:
    intent = about.intent
    if asks_duty(about.question) and not about.named.places and intent.wanted not in _VALUES:
        return _by(hits, _DUTY_NEAR, lambda h: _lays_down(h, about))
    if intent.wanted is Wanted.LIST or re.search(r"\binvester\w*", about.question, re.IGNORECASE):
        return _by(hits, _LIST_NEAR, lambda h: _LIST * (_lists(h, about) or _many(h, hits)))
    if intent.wanted not in _VALUES:
        if rows.is_measure(hits[0]):
            return _by(hits, _TEXT_NEAR, lambda h: _NAMED * row_is(h, about))
        loose = _loose(hits[0], about)
        return _by(hits, _TEXT_NEAR, lambda h: -_LOOSE * _loose(h, about)) if loose else list(hits)
    share, fits = _SHARES.get(intent.wanted, _SHARE_ELSE)
    has = _CITES if intent.wanted is Wanted.SECTION else _HAS
    share -= _LENIENT * (not has_value(hits[0], intent))
    return _by(hits, share, lambda h: fits * _tells(h, about) + has * has_value(h, intent) + _row(h, about))


def _telling(hits: list[Hit]) -> list[Hit]:
    """The hits with one that says something first: a passage that only warns waits for another."""
    first = next((h for h in hits[:_CLOSE_ONES] if not prose.only_warns(h)), hits[0])
    near = first.score >= _TEXT_NEAR * hits[0].score
    return [first, *(h for h in hits if h is not first)] if near else hits


def _in_force(hits: list[Hit], about: Context) -> list[Hit]:
    """The hits with one that is in force first, unless the question asks of what was before."""
    if not _repealed(hits[0]) or _OLD.search(about.question):
        return hits
    near = (h for h in hits[:_CLOSE_ONES] if h.score >= _REPEALED_NEAR * hits[0].score)
    first = next((h for h in near if not _repealed(h)), hits[0])
    return [first, *(h for h in hits if h is not first)]


def _repealed(hit: Hit) -> bool:
    """Whether the passage tells of a law that is repealed."""
    return bool(_REPEALED.search(hit.source.text[hit.passage.span.start : hit.passage.span.end]))


def _loose(hit: Hit, about: Context) -> bool:
    """Whether the hit is a row of two cells, none in a column that is asked for: it only pairs two things."""
    asked = {stem(w) for w in content_words(about.question)}
    columns = {stem(w) for c in hit.passage.cells for w in content_words(c.column)}
    return bool(hit.passage.cells) and rows.filled(hit) <= _PAIR and not asked & columns


def _many(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether several of the near hits are rows of the hit's table, which then is what is asked for."""
    near = hits[:_CLOSE_ONES]
    return bool(hit.passage.cells) and sum(rows.same_table(h, hit) for h in near) >= _SEVERAL


def _row(hit: Hit, about: Context) -> float:
    """What a row gains that says more, and is of what is asked and of nothing narrower; a count is not told by rows."""
    nobody = about.intent.wanted is Wanted.PERSON and rows.asked_cell(hit, about.intent) is None
    if nobody or about.intent.wanted is Wanted.NUMBER:
        return 0.0
    return _FULL * rows.filled(hit) + _NAMED * row_is(hit, about)


def _tells(hit: Hit, about: Context) -> bool:
    """Whether the row has what is wanted, of what it is wanted of."""
    return rows.fits(hit, about.intent) and row_has(hit, about)


def _by(hits: Sequence[Hit], share: float, more: Callable[[Hit], float]) -> list[Hit]:
    near = [h for h in hits[:_CLOSE_ONES] if h.score >= share * hits[0].score]
    near.sort(key=lambda h: -(h.score + more(h)))
    return near + [h for h in hits if h not in near]


def _lays_down(hit: Hit, about: Context) -> float:
    """How far the passage is one that says what must be, of what is asked about."""
    speaks = words.coverage(words.text(hit), hit, about)[0] >= _SPEAKS
    text = hit.source.text[hit.passage.span.start : hit.passage.span.end]
    law = hit.kind is Kind.LAW or hit.source.kind is Kind.LAW
    heading = re.search(r"\b(?:krav|krev|plikt|rett)", hit.passage.heading[-1], re.IGNORECASE)
    says = re.search(r"\b(?:skal|må|plikt|krav|rett til)\b", text, re.IGNORECASE)
    return _LAW * law + _IN_HEADING * (speaks and bool(heading)) + _SAYS_DUTY * bool(says)


def _lists(hit: Hit, about: Context) -> bool:
    """Whether the passage is of a list or table whose heading names what is asked for."""
    asked = {stem(w)[:_SAME_START] for w in content_words(about.topic)}
    headed = {stem(w)[:_SAME_START] for w in content_words(hit.passage.heading[-1])}
    return bool(asked & headed) and (bool(hit.passage.cells) or prose.items(hit) > 0)
