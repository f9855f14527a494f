"""The letters of what we draw and set ourselves: Source Sans 3, open and easy to read (SIL OFL)."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def fonts() -> AbstractContextManager[Path]:
    """The folder of the font files, from the package that carries them."""
    return as_file(files("fontpkg_source_sans_3") / "files")
