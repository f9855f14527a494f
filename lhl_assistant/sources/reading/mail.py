"""E-mail: the letter with its subject as title, from whom and when."""

import re

from lhl_assistant.sources.reading import office
from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.parts import markdown

_FIELDS = {"Subject": "Emne", "From": "Fra", "To": "Til", "Date": "Dato", "Cc": "Kopi", "CC": "Kopi"}


def read(data: bytes, mime: str) -> Raw:
    """The letter's text; the names of its fields are written in Norwegian. Raises kreuzberg's errors."""
    result = office.extracted(data, mime)
    subject = office.property_of(result, "subject")
    content = re.sub(r"^\*\*(\w+)\*\*: ", lambda m: f"{_FIELDS.get(m[1], m[1])}: ", result.content, flags=re.MULTILINE)
    sent = re.search(r"\b(?:19|20)\d\d\b", office.property_of(result, "created_at") or "")
    return Raw(markdown(office.parts(content)), title=subject, year=int(sent[0]) if sent else None)
