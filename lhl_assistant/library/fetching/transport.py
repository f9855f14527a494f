"""httpx over connections that are only made to addresses that the rules permit.

The name is looked up where the connection is made, and the connection goes to the very address that was checked, so
that a name which answers differently the second time gains nothing. The certificate must still be the name's.
"""

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from lhl_assistant.library.fetching.rules import Rules


class Forbidden(httpx.TransportError):
    """The name leads to an address that may not be spoken to."""


class Unknown(httpx.TransportError):
    """The name has no address, as when the machine is not on a network."""


class Guarded(httpx.HTTPTransport):
    """The transport of one fetch. Proxies and certificates that the environment names are not used."""

    def __init__(self, rules: Rules) -> None:
        context = rules.certificates()
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=_Network(rules))


class _Network(httpcore.SyncBackend):
    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of ``host``. Raises Forbidden where any of them is not permitted."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unknown(host) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not all(self._rules.permitted(ipaddress.ip_address(a.split("%")[0])) for a in addresses):
            raise Forbidden(host)
        problem: Exception = Unknown(host)
        for address in addresses:
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem
