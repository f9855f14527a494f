"""Which kinds of file a publisher may send, told by what the server says and by what the file begins with."""

_ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_BEGIN = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".pptx": b"PK\x03\x04", ".odt": b"PK\x03\x04"}
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})


def ending(said: str, url_path: str, start: bytes) -> str | None:
    """The ending for a file of the content type ``said`` that begins with ``start``; None where it may not be kept.

    A page of HTML where the address names a PDF is a page that says something went wrong.
    """
    said = said.split(";", maxsplit=1)[0].strip().lower()
    if said in _UNSAID:
        return ".pdf" if start[:1024].lstrip().startswith(b"%PDF-") else None
    found = _ENDINGS.get(said)
    if found is None or (found != ".pdf" and url_path.lower().endswith(".pdf")):
        return None
    begins = _BEGIN.get(found)
    if begins is None:
        return found if b"\0" not in start and not start.startswith(b"%PDF-") else None
    return found if begins in start[:1024] else None
