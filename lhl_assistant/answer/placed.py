"""Whose row it is: a row of a plan's table is told with its municipality where the question names none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lhl_assistant.answer.context import Context
from lhl_assistant.answer.model import Block, Citation, Statement
from lhl_assistant.sources.model import Kind

_MUNICIPALITY = " kommune"


def placed(blocks: Sequence[Block], about: Context) -> list[Block]:
    """The blocks with the municipality's name, as its plan's issuer is written, before each plan's row.

    A row says who is responsible and what it costs in one municipality; without the name it would read as a rule.
    """
    if about.named.places:
        return list(blocks)
    citations = {c.id: c for c in about.citations.all()}
    return [replace(b, statements=tuple(_statements(b.statements, citations))) for b in blocks]


def _statements(statements: Sequence[Statement], citations: Mapping[int, Citation]) -> Iterator[Statement]:
    before = ""
    for statement in statements:
        place = _place(citations[statement.citation])
        first, *others = statement.pieces
        if first.lead and place and (statement.bullet or place != before):
            first = replace(first, lead=f"{place}: {first.lead}")
        before = place
        yield replace(statement, pieces=(first, *others))


def _place(citation: Citation) -> str:
    """The municipality whose plan it is; "" for other sources."""
    if citation.kind is not Kind.PLAN or not citation.issuer.endswith(_MUNICIPALITY):
        return ""
    return citation.issuer.removesuffix(_MUNICIPALITY)
