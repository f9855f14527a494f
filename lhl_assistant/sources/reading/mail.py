"""E-mail: the letter with its subject as title, from whom and when, and its body as it was written."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from lhl_assistant.said import Said
from lhl_assistant.sources import plain
from lhl_assistant.sources.reading import office, web
from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.names import shown
from lhl_assistant.sources.reading.parts import markdown
from lhl_assistant.sources.reading.text import decoded

_FIELDS = {"Subject": "Emne", "From": "Fra", "To": "Til", "Date": "Dato", "Cc": "Kopi", "CC": "Kopi"}
_MOST_TOLD, _UTF_8 = 8, b"\xef\xbb\xbf"


def letter(data: bytes) -> Raw:
    """A letter in the internet's form, by Python's own reader: kreuzberg's runs the lines and lists of a letter
    together, and shows what a web letter hides. Attachments are named and not read.
    """
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    sent = _sent(message)
    fields = {name: _field(message, name) for name in ("Subject", "From", "To", "Cc")}
    fields["Date"] = f"{sent.day}.{sent.month}.{sent.year} kl. {sent:%H.%M}" if sent else ""
    head = [f"{_FIELDS[name]}: {plain.escaped(value)}" for name, value in fields.items() if value]
    body = _body(message)
    return Raw(
        "\n\n".join([*head, body.text]),
        title=fields["Subject"] or None,
        year=sent.year if sent else None,
        dated=sent is not None,
        hidden=body.hidden,
        remarks=tuple(_attached(message)),
    )


def outlook(data: bytes) -> Raw:
    """A letter that Outlook saved; the names of its fields are written in Norwegian. Raises kreuzberg's errors."""
    result = office.extracted(data, "application/vnd.ms-outlook")
    subject = office.property_of(result, "subject")
    content = re.sub(r"^\*\*(\w+)\*\*: ", lambda m: f"{_FIELDS.get(m[1], m[1])}: ", result.content, flags=re.MULTILINE)
    sent = re.search(r"\b(?:19|20)\d\d\b", office.property_of(result, "created_at") or "")
    year = int(sent[0]) if sent else None
    return Raw(markdown(office.parts(content)), title=subject, year=year, dated=year is not None)


def _field(message: EmailMessage, name: str) -> str:
    """A field on one line; "" where it is absent or too broken to be read."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:
        return ""


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(_field(message, "Date"))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _body(message: EmailMessage) -> Raw:
    """What the letter says: its plain text where it has one, else its web page."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return Raw("")
    content = part.get_payload(decode=True)
    written = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        text = written.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = decoded(written)
    if part.get_content_subtype() == "html":
        return web.read(_UTF_8 + text.encode("utf-8", "replace")) if text.strip() else Raw("")
    return Raw(plain.to_markdown(text.replace("\r\n", "\n").replace("\0", "")))


def _attached(message: EmailMessage) -> Iterator[Said]:
    names = [shown(part.get_filename() or "") for part in message.walk() if part.get_filename()]
    if names:
        told = ", ".join(names[:_MOST_TOLD]) + (" …" if len(names) > _MOST_TOLD else "")
        yield Said(
            f"Vedleggene i e-posten er ikke lest: {told}. Lagre dem, og legg dem til.",
            f"Vedlegga i e-posten er ikkje lesne: {told}. Lagre dei, og legg dei til.",
        )
