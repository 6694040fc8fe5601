"""What is never asked: everything inside, in every spelling. Nothing here may open a connection."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from annotations.errors import AddressRefused, NoAnswer, OutsideFailed, UrlRefused
from annotations.outgoing import check_url, fetch, post
from tests.receiver import LOOPBACK, answer, receiver


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Where somebody tried to connect to; nobody gets through."""
    tried: list[Any] = []

    def connect(_self: socket.socket, address: Any) -> None:
        tried.append(address)
        raise OSError("no test connects to the outside")

    monkeypatch.setattr(socket.socket, "connect", connect)
    return tried


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    def look_up(_host: str, port: int, **_wishes: Any) -> list[Any]:
        return [(socket.AF_INET6 if ":" in a else socket.AF_INET, 1, 6, "", (a, port)) for a in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "017700000001",
        "0177.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::a00:1]",
        "[2002:7f00:1::]",
        "[2001::1]",
        "[2001:db8::1]",
        "[fc00::1]",
        "[fe80::1]",
        "[fe80::1%25lo]",
        "[fec0::1]",
        "[ff02::1]",
        "localhost",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_refuses_what_leads_inside(scheme: str, host: str, connected: list[Any]) -> None:
    for ask in (fetch, lambda url: post(url, body=b"{}", headers={})):
        with pytest.raises((AddressRefused, NoAnswer, UrlRefused)):
            ask(f"{scheme}://{host}/")
    assert connected == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http://",
        "http://name@example.org/",
        "http://name:word@example.org/",
        "http://example.org@127.0.0.1/",
        "http://example.org:22/",
        "https://example.org:8443/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://[::1/",
    ],
)
def test_refuses_what_is_no_address_of_the_web(url: str, connected: list[Any]) -> None:
    with pytest.raises(UrlRefused):
        check_url(url)
    with pytest.raises(UrlRefused):
        fetch(url)
    assert connected == []


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "::1", "::ffff:10.0.0.7", "64:ff9b::7f00:1"])
def test_refuses_a_name_that_resolves_inside(
    address: str, monkeypatch: pytest.MonkeyPatch, connected: list[Any]
) -> None:
    resolve_to(monkeypatch, address)
    with pytest.raises(AddressRefused, match="press\\.example"):
        fetch("https://press.example/")
    assert connected == []


def test_of_several_addresses_only_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch, connected: list[Any]) -> None:
    resolve_to(monkeypatch, "10.0.0.7", "93.184.215.14", "::1")
    with pytest.raises(NoAnswer):
        fetch("http://press.example/")
    assert connected == [("93.184.215.14", 80)]


def test_what_is_checked_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch, connected: list[Any]) -> None:
    """A name that resolves to a public address first and inside the second time gains nothing: it is asked once."""
    answers = iter([["93.184.215.14"], ["127.0.0.1"]])
    asked: list[str] = []

    def look_up(host: str, port: int, **_wishes: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, 1, 6, "", (address, port)) for address in next(answers)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(NoAnswer):
        fetch("http://rebind.example/")
    assert asked == ["rebind.example"]
    assert connected == [("93.184.215.14", 80)]


@pytest.mark.parametrize(
    "inside", ["http://10.0.0.7/", "http://[::1]/", "file:///etc/passwd", "http://169.254.169.254/"]
)
def test_redirects_do_not_lead_inside(inside: str, settings: Any) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver(answer(302, Location=inside)) as page, pytest.raises(OutsideFailed) as error:
        fetch(page.url)
    assert error.value.code in ("address_refused", "url_refused")


def test_an_allowed_network_opens_nothing_else(settings: Any, connected: list[Any]) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    for url in ("http://10.0.0.7/", "http://[::1]:8000/", "http://93.184.215.14:8080/"):
        with pytest.raises(AddressRefused):
            fetch(url)
    assert connected == []
