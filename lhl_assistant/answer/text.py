"""An answer as Markdown, with its [1] marks."""

from collections.abc import Iterator

from lhl_assistant.answer.model import Answer, Block, Statement


def markdown(answer: Answer) -> str:
    """The answer's text: our sentence first where there is one, then each block."""
    return "\n\n".join([*([answer.said] if answer.said else []), *(_block(b) for b in answer.blocks)])


def _block(block: Block) -> str:
    parts = [f"**{block.heading}**"] if block.heading else []
    if block.rows:
        parts.append("\n".join(_table(block)))
    parts += _statements(block)
    return "\n\n".join(parts)


def lines(block: Block) -> Iterator[list[Statement]]:
    """The statements as they are set: sentences in a row together, a list item or a row by itself."""
    paragraph: list[Statement] = []
    for statement in block.statements:
        if statement.bullet or any(p.lead for p in statement.pieces):
            if paragraph:
                yield paragraph
                paragraph = []
            yield [statement]
        else:
            paragraph.append(statement)
    if paragraph:
        yield paragraph


def _statements(block: Block) -> Iterator[str]:
    """The lines as Markdown; list items that follow each other are one list."""
    items: list[str] = []
    for line in lines(block):
        told = " ".join(f"{s.text} [{s.citation}]" for s in line)
        if line[0].bullet:
            items.append(f"- {told}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield told
    if items:
        yield "\n".join(items)


def _table(block: Block) -> Iterator[str]:
    yield f"| {' | '.join((*block.columns, ''))} |"
    yield f"|{'---|' * (len(block.columns) + 1)}"
    for cells, number in block.rows:
        yield f"| {' | '.join((*cells, f'[{number}]'))} |"
