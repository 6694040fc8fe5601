"""How much and how long: a server that never ends cannot hold a worker, and the environment sends nothing elsewhere."""

from __future__ import annotations

import itertools
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from annotations.errors import NoAnswer, TooLarge, TooManyRedirects, TooSlow
from annotations.outgoing import fetch, post
from tests.receiver import LOOPBACK, answer, receiver

SHORT_SECONDS = 0.4


@pytest.fixture(autouse=True)
def _loopback(settings: Any) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK


def drip_head(request: BaseHTTPRequestHandler) -> None:
    """A byte of a header at a time: each is faster than any timeout of a socket."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in itertools.count():
        request.wfile.write(b"a")
        time.sleep(0.02)


def drip_body(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")  # no length: it is over when the connection is
    for _ in itertools.count():
        request.wfile.write(b"a")
        time.sleep(0.02)


def say_nothing(request: BaseHTTPRequestHandler) -> None:
    time.sleep(5)


def flood(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in itertools.count():
        request.wfile.write(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")


@pytest.mark.parametrize("behaviour", [drip_head, drip_body, say_nothing])
def test_all_of_it_has_one_deadline(behaviour: object) -> None:
    with receiver(behaviour) as page:
        with pytest.raises(TooSlow):
            fetch(page.url, limit_seconds=SHORT_SECONDS)
        with pytest.raises(TooSlow):
            post(page.url, body=b"{}", headers={}, limit_seconds=SHORT_SECONDS)


def test_redirects_share_the_deadline() -> None:
    def go_round(request: BaseHTTPRequestHandler) -> None:
        time.sleep(SHORT_SECONDS * 0.6)
        answer(302, Location="/again")(request)

    with receiver(go_round) as page, pytest.raises(TooSlow):
        fetch(page.url, limit_seconds=SHORT_SECONDS)


def test_stops_reading_at_the_limit() -> None:
    with receiver(flood) as page, pytest.raises(TooLarge, match="1 MB"):
        fetch(page.url, limit_bytes=2**20)


def test_reads_the_beginning_of_what_a_receiver_answers() -> None:
    with receiver(answer(200, b"a" * 100_000)) as page:
        assert post(page.url, body=b"{}", headers={}).content == b"a" * 1024
    with receiver(flood) as page:
        assert len(post(page.url, body=b"{}", headers={}).content) <= 1024


def test_follows_three_redirects_and_says_where_it_ended() -> None:
    def lead_on(request: BaseHTTPRequestHandler) -> None:
        step = int(request.path.strip("/") or 0)
        page_itself = answer(200, b"<p>Da.</p>", Content_Type="text/html; charset=utf-8")
        behave = answer(302, Location=f"/{step + 1}") if step < steps else page_itself
        behave(request)

    with receiver(lead_on) as page:
        steps = 3
        found = fetch(page.url)
        assert (found.url, found.status, found.content_type, found.content) == (
            f"{page.url}3",
            200,
            "text/html",
            b"<p>Da.</p>",
        )
        steps = 4
        with pytest.raises(TooManyRedirects):
            fetch(page.url)


def test_a_message_follows_no_redirect() -> None:
    with receiver(answer(307, Location="/elsewhere")) as page:
        found = post(page.url, body=b"{}", headers={"X-Own": "1"})
    assert (found.status, found.location) == (307, "/elsewhere")
    assert [(r.method, r.path, r.body, r.headers["x-own"]) for r in page.received] == [("POST", "/", b"{}", "1")]


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with receiver() as proxy, receiver(answer(200, b"direct")) as page:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert fetch(page.url).content == b"direct"
    assert proxy.received == []


@pytest.mark.parametrize("garbage", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000])
def test_what_is_no_http_is_no_answer(garbage: bytes) -> None:
    with receiver(lambda request: request.wfile.write(garbage) and None) as page, pytest.raises(NoAnswer):
        fetch(page.url)


def test_a_closed_port_is_no_answer() -> None:
    with receiver() as page:
        pass
    with pytest.raises(NoAnswer, match=r"127\.0\.0\.1"):
        fetch(page.url)


def test_a_certificate_nobody_trusts_is_no_answer() -> None:
    with receiver() as page, pytest.raises(NoAnswer):
        fetch(page.url.replace("http://", "https://"))
