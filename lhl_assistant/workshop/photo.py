"""A photo of notes, read by tesseract: print is read well, most handwriting is not, and both are said."""

import csv
import os
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")
_WORD, _BLOCK_OF_TEXT, _PATIENCE_S = "5", "6", 120
_LEAST, _SURE = 35.0, 70.0
"""A line whose words tesseract is less sure of (0..100) is left out, or is counted as one to look at."""
_HIGH = 2400
"""Letters of a photo this high, in pixels, are large enough; a smaller one is enlarged, a larger one made smaller."""
_MOST_PIXELS = 80_000_000


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands on the photo, a line each, and how many of the lines may be misread."""

    text: str
    unsure: int


def is_photo(file: Path) -> bool:
    """Whether ``file`` is named as a picture."""
    return file.suffix.lower() in SUFFIXES


def read(file: Path) -> Notes:
    """The lines on the photo. Raises InputUnusable where there is no reader, no picture, or nothing legible."""
    from lhl_assistant.sources.reading.pdf.ocr import language

    spoken = language()
    if spoken is None:
        raise InputUnusable(
            Said(
                f"«{file.name}» er et bilde, og tesseract med norsk er ikke installert. Skriv linjene inn i stedet.",
                f"«{file.name}» er eit bilete, og tesseract med norsk er ikkje installert. Skriv linjene inn i staden.",
            )
        )
    command = ["tesseract", "stdin", "stdout", "-l", spoken, "--psm", _BLOCK_OF_TEXT, "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        made = subprocess.run(
            command, input=_ready(file), capture_output=True, timeout=_PATIENCE_S, check=True, env=environment
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _unreadable(file) from error
    lines = _lines(made.stdout.decode("utf-8", "replace"))
    if not lines:
        raise InputUnusable(
            Said(
                f"Fant ingen ord i «{file.name}» som kan leses. Håndskrift går sjelden: skriv linjene inn i stedet.",
                f"Fann ingen ord i «{file.name}» som kan lesast. Handskrift går sjeldan: skriv linjene inn i staden.",
            )
        )
    return Notes("\n".join(text for text, _ in lines), sum(sure < _SURE for _, sure in lines))


def doubt(unsure: int) -> Said:
    """What to tell of ``unsure`` lines."""
    return Said(
        f"{unsure} av linjene kan være lest feil. Håndskrift blir ofte feil: se over dem mot bildet, og rett dem.",
        f"{unsure} av linjene kan vere lesne feil. Handskrift blir ofte feil: sjå over dei mot biletet, og rett dei.",
    )


def _ready(file: Path) -> bytes:
    """The picture the right way up, grey, with even contrast and letters of a size that is read."""
    try:
        with Image.open(file) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise _unreadable(file)
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError) as error:
        raise _unreadable(file) from error
    flat = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
    grey = ImageOps.autocontrast(flat.convert("L"), cutoff=1)
    scale = _HIGH / max(grey.size)
    grey = grey.resize(
        (max(1, round(grey.width * scale)), max(1, round(grey.height * scale))), Image.Resampling.LANCZOS
    )
    written = BytesIO()
    grey.save(written, "png")
    return written.getvalue()


def _lines(table: str) -> list[tuple[str, float]]:
    """Each line that tesseract saw, and how sure it was of its words, 0..100."""
    seen: defaultdict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == _WORD and (word := row["text"].strip()):
            seen[row["block_num"], row["par_num"], row["line_num"]].append((word, float(row["conf"])))
    lines = ((" ".join(w for w, _ in words), sum(s for _, s in words) / len(words)) for words in seen.values())
    return [(text, sure) for text, sure in lines if sure >= _LEAST and any(c.isalpha() for c in text)]


def _unreadable(file: Path) -> InputUnusable:
    return InputUnusable(
        Said(
            f"Bildet «{file}» kan ikke leses. Lagre det på nytt som PNG eller JPG, eller skriv linjene inn.",
            f"Biletet «{file}» kan ikkje lesast. Lagre det på nytt som PNG eller JPG, eller skriv linjene inn.",
        )
    )
