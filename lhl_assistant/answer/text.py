"""An answer as Markdown, with its [1] marks."""

from collections.abc import Iterator

from lhl_assistant.answer.model import Answer, Block


def markdown(answer: Answer) -> str:
    """The answer's text: our sentence first where there is one, then each block."""
    return "\n\n".join([*([answer.said] if answer.said else []), *(_block(b) for b in answer.blocks)])


def _block(block: Block) -> str:
    parts = [f"**{block.heading}**"] if block.heading else []
    if block.rows:
        parts.append("\n".join(_table(block)))
    parts += _statements(block)
    return "\n\n".join(parts)


def _statements(block: Block) -> Iterator[str]:
    """Sentences in a row make one paragraph; list items a list, and rows stand alone."""
    paragraph: list[str] = []
    items: list[str] = []
    for s in block.statements:
        marked = f"{s.text} [{s.citation}]"
        own_line = s.bullet or any(p.lead for p in s.pieces)
        if own_line and paragraph:
            yield " ".join(paragraph)
            paragraph = []
        if not s.bullet and items:
            yield "\n".join(items)
            items = []
        if s.bullet:
            items.append(f"- {marked}")
        elif own_line:
            yield marked
        else:
            paragraph.append(marked)
    if paragraph:
        yield " ".join(paragraph)
    if items:
        yield "\n".join(items)


def _table(block: Block) -> Iterator[str]:
    yield f"| {' | '.join((*block.columns, ''))} |"
    yield f"|{'---|' * (len(block.columns) + 1)}"
    for cells, number in block.rows:
        yield f"| {' | '.join((*cells, f'[{number}]'))} |"
