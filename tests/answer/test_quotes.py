"""Every quote is in its source, character for character, at the place the citation says; in every answer there is."""

from collections.abc import Mapping

import pytest

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.model import Answer
from lhl_assistant.search.rank import Searcher
from lhl_assistant.sources import bundled
from lhl_assistant.sources.model import fold
from tests.answer.questions import ANSWERED, REFUSED
from tests.conftest import KNOWLEDGE

FILES = {s.id: s.text for s in bundled.sources(KNOWLEDGE)}
"""The knowledge files themselves, not the index: what an editor shows at the citation's place."""

SIDES = {frame("nb").side, frame("nn").side}
"""Over the first column of a comparison, whose cells are the names of what the question compares."""

QUESTIONS = [a.question for a in ANSWERED] + list(REFUSED)


def unfaithful(answer: Answer, texts: Mapping[str, str]) -> list[str]:
    """What the answer tells that is not verbatim in the source it points to."""
    wrong = []
    quotes = {}
    for c in answer.citations:
        quotes[c.id] = c.quote
        if fold(texts[c.source][c.start : c.end]) != c.quote:
            wrong.append(f"[{c.id}] står ikke på stedet")
    for block in answer.blocks:
        for statement in block.statements:
            wrong += [p.text for p in statement.pieces if p.text not in quotes[statement.citation]]
        for cells, number in block.rows:
            issuer = next(c.issuer for c in answer.citations if c.id == number)
            told = cells[1:] if block.columns[0] in SIDES else cells
            wrong += [cell for cell in told if cell not in ("–", issuer) and cell not in quotes[number]]
    return wrong


@pytest.mark.parametrize("question", QUESTIONS)
def test_all_words_of_an_answer_are_the_sources_own(searcher: Searcher, question: str) -> None:
    assert unfaithful(ask(searcher, question), FILES) == []


def sections(searcher: Searcher) -> list[str]:
    """The first anticipated question of every section."""
    seen: dict[tuple[str, ...], str] = {}
    for _, library in searcher.libraries:
        for _, passage in library.passages():
            if passage.questions:
                seen.setdefault(passage.heading, passage.questions[0])
    return list(seen.values())


def test_anticipated_questions_too(searcher: Searcher) -> None:
    """One question of every seventh section; ``python -m benchmarks.quotes`` asks of every one."""
    answers = [ask(searcher, q) for q in sections(searcher)[::7]]
    assert len(answers) > 100
    assert [w for a in answers for w in unfaithful(a, FILES)] == []
    assert all(a.citations for a in answers if a.answered)
