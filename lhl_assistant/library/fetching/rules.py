"""What a fetch may do. The product only ever uses ``Rules()``; a test that needs its own server makes other ones."""

import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field

import certifi

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_EMBEDDING = tuple(ipaddress.ip_network(n) for n in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))
"""Networks whose addresses hold an IPv4 address inside, so that a private one could hide there."""


def public(address: Address) -> bool:
    """Whether an address belongs to the open internet: not this machine, not this house, not this link."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return public(address.ipv4_mapped)
        if any(address in network for network in _EMBEDDING):
            return False
    return address.is_global and not address.is_multicast


def _certificates() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits of one fetch: seconds to connect, between two pieces and in all; bytes; redirects; attempts.

    ``permitted`` says which addresses may be spoken to, ``certificates`` who may vouch for a server.
    """

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 600.0
    most_bytes: int = 100_000_000
    redirects: int = 5
    attempts: int = 3
    permitted: Callable[[Address], bool] = public
    certificates: Callable[[], ssl.SSLContext] = field(default=_certificates)
