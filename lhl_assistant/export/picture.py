"""A figure for formats that need pixels: SVG drawn by the same hand that writes the PDF."""

import tempfile
from pathlib import Path

import typst

from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.document import Figure
from lhl_assistant.export.fonts import fonts
from lhl_assistant.said import Said

_DOTS_PER_INCH = 200.0
_SHEET = '#set page(width: 16cm, height: auto, margin: 0pt)\n#image("figure.svg", width: 100%)'


def as_png(figure: Figure) -> bytes:
    """The figure's picture as PNG: 16 cm wide, 200 dots an inch. Raises InputUnusable where it cannot be drawn."""
    if figure.format == "png":
        return figure.image
    with tempfile.TemporaryDirectory() as folder, fonts() as folder_of_fonts:
        root = Path(folder)
        (root / "figure.svg").write_bytes(figure.image)
        (root / "sheet.typ").write_text(_SHEET, encoding="utf-8")
        try:
            drawn = typst.compile(
                root / "sheet.typ",
                root=root,
                format="png",
                ppi=_DOTS_PER_INCH,
                font_paths=[folder_of_fonts],
                ignore_system_fonts=True,
            )
        except typst.TypstError as error:
            raise InputUnusable(
                Said(
                    f"Figuren «{figure.caption}» kan ikke tegnes.",
                    f"Figuren «{figure.caption}» kan ikkje teiknast.",
                )
            ) from error
    return drawn
