"""Which URLs and addresses may be asked for anything."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from annotations.errors import AddressRefused, UrlRefused

Address = IPv4Address | IPv6Address

PORTS = {"http": 80, "https": 443}
# On top of what Python calls not global: networks that lead inside by translation or tunnel, or are not for hosts.
# IANA's registries of special-purpose addresses; newer than the tables of the Python versions we run on.
_BLOCKED = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # carrier-grade NAT, which clouds use for their inside
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "240.0.0.0/4",  # reserved
        "2001::/23",  # Teredo, ORCHID and other assignments
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
)
# Everything else of IPv6 is local, translated (NAT64 64:ff9b::/96), multicast or not given out.
_GLOBAL_UNICAST = ip_network("2000::/3")


def check_url(url: str) -> Url:
    """Its parts. Raises `UrlRefused`. What its name resolves to is judged when connecting."""
    try:
        parts = parse_url(url)
    except LocationParseError:
        raise UrlRefused() from None
    if parts.scheme not in PORTS or not parts.host or parts.auth is not None:
        raise UrlRefused()
    if port_of(parts) not in PORTS.values() and not settings.OUTGOING_ALLOWED_NETWORKS:
        raise UrlRefused()
    return parts


def port_of(parts: Url) -> int:
    return PORTS[parts.scheme or "http"] if parts.port is None else parts.port


def check_address(text: str, *, port: int, host: str) -> None:
    """Raises `AddressRefused` unless the address is public and the port one of the web's, or its network is allowed."""
    address = ip_address(text.split("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    address = mapped or address
    if any(address in network for network in settings.OUTGOING_ALLOWED_NETWORKS):
        return
    if port not in PORTS.values() or not _is_public(address):
        raise AddressRefused(host=host[:200])


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    blocked = any(address in network for network in _BLOCKED)
    return address.is_global and not address.is_multicast and not blocked
