"""Keys as a Norwegian keyboard names them."""

_NAMES = {
    "escape": "Esc",
    "delete": "Delete",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Mellomrom",
}


def spelt(key: str) -> str:
    """``ctrl+k`` as ``Ctrl+K``."""
    return "+".join(_NAMES.get(part) or part.capitalize() for part in key.split("+"))
