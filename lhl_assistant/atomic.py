"""Files that are there whole or not at all, after a kill and after a power cut too."""

import os
import tempfile
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path``, in one step. Raises OSError; what was there then stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", suffix=".tmp", delete=False) as new:
        try:
            new.write(data)
            new.flush()
            replace(Path(new.name), path)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise


def replace(new: Path, path: Path) -> None:
    """Put the file ``new`` in the place of ``path``; both lie on one disk. Raises OSError."""
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    new.replace(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """See that what was named, renamed or removed in ``folder`` is on the disk, where the system can promise that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
