"""Telephone numbers and e-mail addresses."""

import re
from collections.abc import Iterator

import phonenumbers

_MAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(a\)|\(at\)|\[at\]|\s(?:krøllalfa|alfakrøll)\s)\s?[\w-]+(?:(?:\.|\s(?:punktum|prikk)\s)[\w-]+)+",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:kr\.?|kroner|kostar?|koster|nok|sak|saksnr\.?|ref\.?|org\.?\s?nr\.?)\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:kr|kroner|millionar|millioner|,-)", re.IGNORECASE)
_SERVICE = (phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.PREMIUM_RATE,
            phonenumbers.PhoneNumberType.SHARED_COST, phonenumbers.PhoneNumberType.UAN)  # fmt: skip


def mails(text: str) -> Iterator[tuple[int, int]]:
    """Where an e-mail address stands in ``text``, also spelt to be read aloud."""
    for match in _MAIL.finditer(text):
        yield match.span()


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where a person's telephone number stands in ``text``; service numbers and sums of money are left out."""
    for match in phonenumbers.PhoneNumberMatcher(text, "NO", leniency=phonenumbers.Leniency.VALID):
        service = phonenumbers.number_type(match.number) in _SERVICE
        if not service and not _MONEY.search(text[: match.start]) and not _AFTER.match(text[match.end :]):
            yield match.start, match.end
