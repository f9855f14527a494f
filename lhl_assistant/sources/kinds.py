"""Kinds and statuses of sources in the planner's words."""

from lhl_assistant.said import Said
from lhl_assistant.sources.model import Kind, Status

_KINDS = {
    Kind.PLAN: Said("plan", "plan"),
    Kind.LAW: Said("lov", "lov"),
    Kind.REFORM: Said("reform", "reform"),
    Kind.GUIDANCE: Said("veiledning", "rettleiing"),
    Kind.STATISTICS: Said("statistikk", "statistikk"),
    Kind.PROCESS: Said("planprosess", "planprosess"),
    Kind.OTHER: Said("annet", "anna"),
}
_STATUSES = {
    Status.CURRENT: Said("gjeldende", "gjeldande"),
    Status.HISTORICAL: Said("historisk", "historisk"),
    Status.EXAMPLE: Said("eksempel", "eksempel"),
}
KINDS = tuple(dict.fromkeys(word for said in _KINDS.values() for word in (said.nb, said.nn)))
_OURS = "lhl_assistant"
UNKNOWN_ISSUER = "egen kilde"
"""What stands for the issuer of a document that does not name one."""

STATUSES = tuple(dict.fromkeys(word for said in _STATUSES.values() for word in (said.nb, said.nn)))


def kind_words(kind: Kind) -> Said:
    """The kind as it is told."""
    return _KINDS[kind]


def status_words(status: Status) -> Said:
    """The status as it is told."""
    return _STATUSES[status]


def issuer_words(issuer: str) -> Said:
    """The issuer as it is told: overviews of our own and documents without a known issuer have words, not names."""
    if issuer == _OURS:
        return Said("vår oversikt", "vårt oversyn")
    if issuer == UNKNOWN_ISSUER:
        return Said(UNKNOWN_ISSUER, "eiga kjelde")
    return Said(issuer, issuer)


def kind_named(word: str) -> Kind:
    """The kind that one of ``KINDS`` names."""
    return next(kind for kind, said in _KINDS.items() if word in (said.nb, said.nn))


def status_named(word: str) -> Status:
    """The status that one of ``STATUSES`` names."""
    return next(status for status, said in _STATUSES.items() if word in (said.nb, said.nn))
