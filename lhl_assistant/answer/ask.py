"""A question to its answer: search, judge, compose."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from lhl_assistant.answer import intent as intents
from lhl_assistant.answer import leading, likely, prose, rows
from lhl_assistant.answer.cite import Citations, numbered
from lhl_assistant.answer.compose import compose
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.decline import Declined, declined
from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.intent import Intent, Wanted
from lhl_assistant.answer.judge import Verdict, judge
from lhl_assistant.answer.model import Answer, Block, Reason
from lhl_assistant.language.detect import Asked, detect
from lhl_assistant.language.words import content_words
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.rank import Searcher

_RETRIEVED = 12
_NEAREST = 2
_AKIN = 0.05
_THANKS = re.compile(r"\b(?:takk\w*|thanks?)\b", re.IGNORECASE)


def ask(searcher: Searcher, question: str, only_source: str | None = None, language: Asked | None = None) -> Answer:
    """The answer to ``question`` from the searcher's libraries, or an honest no.

    ``language`` frames the answer; None takes the question's own. A question about one's own health is declined.
    """
    start = time.perf_counter()
    asked = language or detect(question)
    words = frame(asked)
    reason = declined(question)
    if reason is Declined.COURTESY:
        said = words.thanks if _THANKS.search(question) else words.empty
        return Answer.unasked(question, asked, Reason.NEEDS_CONTEXT, said)
    if reason:
        said = words.declined if reason is Declined.INVENTION else words.health
        return Answer.unasked(question, asked, Reason.DECLINED, said)
    if not content_words(question):
        return Answer.unasked(question, asked, Reason.NEEDS_CONTEXT, words.empty)
    about = Context(question, intents.read(question), searcher.names(question), searcher, Citations(), words)
    hits = leading.ordered(searcher.search(question, _RETRIEVED, only_source), about)
    found = time.perf_counter()
    verdict = judge(hits, about)
    told, said = _told(hits, verdict, about)
    blocks, citations = numbered(told, about.citations.all())
    end = time.perf_counter()
    return Answer(
        question=question,
        language=asked,
        answered=verdict.answered,
        sure=verdict.sure,
        reason=None if verdict.answered else Reason.NOT_COVERED,
        said=said,
        blocks=tuple(blocks),
        citations=citations,
        focus_areas=focus_areas(hits, searcher) if verdict.answered else (),
        confidence=round(verdict.confidence, 3),
        hits=tuple(hits[:10]),
        milliseconds={"search": 1000 * (found - start), "answer": 1000 * (end - found), "total": 1000 * (end - start)},
    )


def _told(hits: Sequence[Hit], verdict: Verdict, about: Context) -> tuple[list[Block], str]:
    """The blocks of the answer and our own sentence before them."""
    words = about.words
    if verdict.answered:
        blocks = compose(hits, about)
        return blocks, "" if verdict.sure else words.unsure
    said = words.not_in_library.format(verdict.missing) if verdict.missing else words.not_covered
    if verdict.confidence < _AKIN and not about.named.places:
        return [], f"{said} {words.reword}"
    named = [f"«{o.title}» ({o.issuer})" for o in likely.originals(hits, about)]
    said += f" {words.likely.format(words.both.format(*named) if len(named) > 1 else named[0])}" if named else ""
    nearest = tuple(
        rows.direct(h, Intent(Wanted.TEXT, ()), about.citations, words).statements[0]
        if h.passage.cells
        else prose.best(h, about.citations)
        for h in hits[:_NEAREST]
    )
    nearest = tuple(replace(s, bullet=True) for s in nearest)
    return ([Block(words.nearest, nearest)] if nearest else []), said


def focus_areas(hits: Sequence[Hit], searcher: Searcher) -> tuple[int, ...]:
    """The innsatsområder that the best passages stand under, by their headings and ids; most often found first."""
    counts: dict[int, float] = {}
    for hit in hits[:3]:
        path = " ".join((hit.source.title, *hit.passage.heading)).lower()
        for area in searcher.reform.areas:
            names = [area.name.nb.lower(), *(s.name.nb.lower() for s in area.solutions)]
            numbered = re.search(rf"\b(?:innsats|innsatsområde|område) {area.number}\b", path)
            if numbered or any(n in path for n in names):
                counts[area.number] = counts.get(area.number, 0.0) + hit.score
    return tuple(sorted(counts, key=lambda n: -counts[n]))
