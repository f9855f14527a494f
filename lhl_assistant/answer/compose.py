"""Ranked passages to an answer: the direct answer first, then what else the sources have, then what to beware of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lhl_assistant.answer import comparing, further, gathering, prose, rows, words
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Intent, Wanted
from lhl_assistant.answer.leading import asks_duty
from lhl_assistant.answer.model import Block, Statement
from lhl_assistant.answer.placed import placed
from lhl_assistant.answer.premise import Correction, correction
from lhl_assistant.answer.sides import sides
from lhl_assistant.language.words import content_words, stem
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Kind, Status

_FEW_ROWS = 2
_MANY, _LOOKED_AT, _AS_NEAR = 8, 6, 0.9
_ALIKE = 0.75
_VALUES = (Wanted.TIME, Wanted.DURATION, Wanted.AMOUNT)
_MEASURES = re.compile(r"\b(?:tiltak(?:ene|a)?|measures)\b", re.IGNORECASE)
_PERIOD = "Når sluttet reformperioden for Leve hele livet?"


def compose(hits: Sequence[Hit], about: Context) -> list[Block]:
    """The blocks of an answer from ``hits`` (best first, at least one)."""
    citations, frame = about.citations, about.words
    compared = comparing.blocks(sides(about), about)
    gathered = gathering.blocks(about) if gathering.asks(about.question) and not about.named.places else []
    blocks = compared or gathered or [_listed(hits[0], about) or _unpicked(hits, about) or _direct(hits[0], about)]
    if wrong := correction(hits, about):
        blocks = [_corrected(wrong, about)]
    if not compared:
        others = [h for h in hits if h is hits[0] or h.kind is not Kind.PLAN] if gathered else hits
        blocks += further.blocks(others, about, bool(blocks[0].rows))
    told = {s.text for b in blocks for s in b.statements}
    beware = tuple(
        s
        for s in prose.warnings(_same_section(hits, hits[0]), citations)
        if s.text not in told and _concerns(s, hits[0])
    )
    beware += tuple(_outlived(blocks[0], about))
    return placed(list(_once([*blocks, Block(frame.beware, beware)])), about)


def _outlived(direct: Block, about: Context) -> Iterator[Statement]:
    """That the reform's period is over, where what must be is told by sources of that time alone."""
    cited = {s.citation for s in direct.statements} | {number for _, number in direct.rows}
    current = any(c.status is Status.CURRENT for c in about.citations.all() if c.id in cited)
    if current or not asks_duty(about.question):
        return
    for hit in about.searcher.search(_PERIOD, 1):
        if hit.kind is Kind.REFORM and not hit.passage.cells:
            yield prose.best(hit, about.citations)


def _once(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without what an earlier statement has told, and without those that are left empty by it."""
    told: list[Statement] = []
    for block in blocks:
        new = _new(block.statements, told) if block is not blocks[0] else block.statements
        told += new
        if new or block.rows or (block.heading and not block.statements and block is not blocks[-1]):
            yield replace(block, statements=new)


def _new(statements: Sequence[Statement], told: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that say something which none before them says in nearly the same words."""
    new: list[Statement] = []
    for statement in statements:
        if not any(_same(statement, other) for other in (*told, *new)):
            new.append(statement)
    return tuple(new)


def _same(one: Statement, other: Statement) -> bool:
    """Whether most words of the shorter are in the longer, numbers and all."""
    mine, theirs = ({stem(w) for w in content_words(s.text)} for s in (one, other))
    return one.text == other.text or (
        bool(mine and theirs) and len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))
    )


def _corrected(wrong: Correction, about: Context) -> Block:
    """What the sources say of what the question takes for granted, before all else."""
    if wrong.hit.passage.cells:
        told = rows.direct(wrong.hit, Intent(Wanted.TEXT, ()), about.citations, about.words).statements
    else:
        told = (prose.statement(wrong.hit, wrong.span, about.citations),)
    return Block(about.words.otherwise, told)


def _listed(hit: Hit, about: Context) -> Block | None:
    """The whole table or list that the hit is from, where the question asks for a list."""
    if about.intent.wanted is not Wanted.LIST:
        return None
    if not hit.passage.cells:
        return prose.whole_list(hit, about) or _tabled(hit, about)
    whole = about.searcher.section(hit)
    return rows.table(whole, hit.passage.heading[-1], about.citations) if len(whole) >= _FEW_ROWS else None


def _unpicked(hits: Sequence[Hit], about: Context) -> Block | None:
    """The whole table of the first row where several of its rows are as near and no word picks one of them."""
    first = hits[0]
    one = rows.is_measure(first) and not _MEASURES.search(about.question)
    if not first.passage.cells or one or about.intent.wanted not in _VALUES:
        return None
    near = [h for h in hits[:_LOOKED_AT] if rows.same_table(h, first) and h.score >= _AS_NEAR * first.score]
    picked = [words.whole(" ".join(c.value for c in h.passage.cells), h, about) for h in near]
    whole = about.searcher.section(first) if len(near) > 1 and max(picked) <= min(picked) else []
    return rows.table(whole, first.passage.heading[-1], about.citations) if _FEW_ROWS <= len(whole) <= _MANY else None


def _tabled(hit: Hit, about: Context) -> Block | None:
    """The table that the hit presents; None where it presents none."""
    whole = about.searcher.section(hit, rows=True) if prose.presents_table(hit) else []
    return rows.table(whole, hit.passage.heading[-1], about.citations) if len(whole) >= _FEW_ROWS else None


def _direct(hit: Hit, about: Context) -> Block:
    if hit.passage.cells:
        return rows.direct(hit, about.intent, about.citations, about.words)
    return prose.direct(hit, about)


def _concerns(warning: Statement, first: Hit) -> bool:
    """Whether a warning of a table's section shares a word with what the row that was told is about."""
    if not first.passage.cells:
        return True
    about = {stem(w) for w in content_words(rows.topic(first).value)} | {first.passage.cells[0].value}
    return bool(about & {stem(w) for w in content_words(warning.text)})


def _same_section(hits: Sequence[Hit], first: Hit) -> list[Hit]:
    return [h for h in hits if h.source.id == first.source.id and h.passage.heading == first.passage.heading]
