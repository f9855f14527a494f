"""Where a knowledge file's head ends and its Markdown begins."""


def split(text: str) -> tuple[str, int]:
    """The YAML between the two lines of ``---`` and the offset of the Markdown; ("", 0) where there is no head."""
    if not text.startswith("---\n"):
        return "", 0
    end = text.find("\n---\n", 3)
    return ("", 0) if end < 0 else (text[4 : end + 1], end + 5)
