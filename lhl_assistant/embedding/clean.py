"""Makes any Python string safe to give to a tokenizer."""


def clean(text: str) -> str:
    """Return ``text`` without NUL, with surrogate pairs joined and half ones replaced by U+FFFD."""
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "")
