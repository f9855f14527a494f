"""Where things lie: the bundled knowledge and index, and the user's data folder."""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The folder ``knowledge`` or ``index``: inside an installed wheel, else at the top of a checkout."""
    installed = _PACKAGE / "_bundled" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def home() -> Path:
    """The user's data folder: ``LHL_HOME`` where it is set, else the platform's own. It need not exist yet."""
    named = os.environ.get("LHL_HOME")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("lhl_assistant", False))


def checkout() -> Path | None:
    """The top of the checkout that this package runs from, or None in an ordinary install."""
    top = _PACKAGE.parent
    return top if (top / "pyproject.toml").is_file() and (top / "knowledge").is_dir() else None
