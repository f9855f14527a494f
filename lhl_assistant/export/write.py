"""One door to the three formats, chosen by the file's name."""

from pathlib import Path
from typing import Literal, get_args

from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.document import Document
from lhl_assistant.said import Said

Format = Literal["word", "pdf", "md"]
SUFFIXES: dict[Format, str] = {"word": ".docx", "pdf": ".pdf", "md": ".md"}


def format_of(file: Path) -> Format:
    """The format that the name of ``file`` says. Raises InputUnusable for another suffix than .docx, .pdf and .md."""
    chosen: Format | None = next((f for f in get_args(Format) if SUFFIXES[f] == file.suffix.lower()), None)
    if chosen is None:
        raise InputUnusable(
            Said(
                f"Filen «{file.name}» må ende på .docx, .pdf eller .md.",
                f"Fila «{file.name}» må slutte på .docx, .pdf eller .md.",
            )
        )
    return chosen


def write(document: Document, file: Path, template: Path | None = None) -> tuple[Path, ...]:
    """Write ``file`` in the format of its suffix (.docx, .pdf, .md); returns all files that were written.

    ``template`` is the municipality's own Word template, for Word only. The file is written whole or not at all. Raises
    InputUnusable for another suffix, an unusable template or picture, or a place that cannot be written.
    """
    chosen = format_of(file)
    if template is not None and chosen != "word":
        raise InputUnusable(
            Said(
                "En mal kan bare brukes når dokumentet skrives som Word.",
                "Ein mal kan berre brukast når dokumentet blir skrive som Word.",
            )
        )
    try:
        if chosen == "word":
            from lhl_assistant.export import word

            return word.write(document, file, template)
        if chosen == "pdf":
            from lhl_assistant.export import pdf

            return pdf.write(document, file)
        from lhl_assistant.export import markdown

        return markdown.write(document, file)
    except OSError as error:
        raise InputUnusable(
            Said(
                f"«{file}» kan ikke skrives. Er filen åpen i et annet program?",
                f"«{file}» kan ikkje skrivast. Er fila open i eit anna program?",
            )
        ) from error
