"""What the web process answers before, or instead of, any of our views: problem documents as everywhere."""

from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest

from tests.functional.desk import Desk, free_port, open_desk, wait_for


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Signed in as an administrator; asked for nothing yet."""
    with open_desk(tmp_path_factory.mktemp("desk"), PORT=str(free_port())) as desk:
        desk.manage("migrate", "-v0")
        accounts = desk.manage("sample_newsroom")
        name = next(line.split()[0] for line in accounts.splitlines() if "(administrator)" in line)
        token = desk.manage("issue_token", name).split()[-1]
        with httpx.Client(base_url=serving(desk), headers={"Authorization": f"Token {token}"}, timeout=60) as client:
            yield client


def serving(desk: Desk) -> str:
    """Where the API is, once the web process listens."""
    desk.start(sys.executable, "-m", "gunicorn", "newsroom.wsgi")
    wait_for(lambda: is_listening(desk), seconds=30, why="the web process listens")
    return f"http://127.0.0.1:{desk.environment['PORT']}/api/v1/"


def is_listening(desk: Desk) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(desk.environment["PORT"]))) == 0


def assert_problem(answer: httpx.Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json"), answer.text
    document: dict[str, Any] = answer.json()
    assert (document["status"], document["code"]) == (status, code)
    assert " " in document["detail"]


def test_the_first_schema_is_asked_for_by_several_at_once(api: httpx.Client) -> None:
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _n: api.get("schema/?format=json").status_code, range(6)))
    assert answers == [200] * 6


def test_who_asks_without_end_leaves_the_only_thread_to_others(tmp_path: Path) -> None:
    with open_desk(tmp_path, PORT=str(free_port()), WEB_THREADS="1") as desk, ThreadPoolExecutor(1) as pool:
        desk.manage("migrate", "-v0")
        address = httpx.URL(f"{serving(desk)}me/")
        begun, enough = Event(), Event()

        def ask_on() -> None:
            """Sends the next request before the answer to the last one is there."""
            with socket.create_connection((address.host, address.port or 80)) as greedy:
                request = f"GET {address.path} HTTP/1.1\r\nHost: {address.host}\r\n\r\n".encode()
                greedy.sendall(request)
                while not enough.is_set():
                    greedy.sendall(request)
                    assert greedy.recv(65_536)
                    begun.set()

        asking = pool.submit(ask_on)
        try:
            assert begun.wait(30)
            assert httpx.get(address, timeout=10).status_code == 401
            assert not asking.done()
        finally:
            enough.set()
        asking.result()


def test_too_long_an_address_and_too_large_headers(api: httpx.Client) -> None:
    assert_problem(api.get("articles/?search=" + "a" * 9000), 414, "address_too_long")
    assert_problem(api.get("articles/", headers={"X-Long": "a" * 9000}), 431, "headers_too_large")


@pytest.mark.parametrize("size", [70_000, 30_000_000, 120_000_000])
def test_a_large_body_nobody_wants_is_answered_and_the_connection_serves_on(api: httpx.Client, size: int) -> None:
    connection = HTTPConnection(api.base_url.host, api.base_url.port, timeout=60)
    with contextlib.closing(connection):
        connection.request("POST", "/api/v1/articles/", b"x" * size, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        assert answer.status == (401 if size < 100_000_000 else 413)
        assert answer.read()
        used = connection.sock
        connection.request("GET", "/api/v1/me/")
        assert connection.getresponse().status == 401
        assert connection.sock is used


def test_what_is_no_http(api: httpx.Client) -> None:
    with socket.create_connection((api.base_url.host, api.base_url.port or 80)) as connection:
        connection.sendall(b"GET /api/v1/me/ HTTP/1.1\r\nNo header\r\n\r\n")
        answer = connection.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"code": "bad_request"' in answer


@pytest.mark.parametrize("charset", ["hex", "rot13", "undefined", "idna", "utf-16", "nobody-knows"])
def test_addresses_are_utf_8_whatever_charset_a_body_has(api: httpx.Client, charset: str) -> None:
    headers = {"Content-Type": f"application/json; charset={charset}"}
    answer = api.get("articles/?ordering=ü", headers=headers)
    assert_problem(answer, 400, "invalid")
    assert "“ü”" in answer.json()["detail"] or "„ü“" in answer.json()["detail"]


def test_a_body_in_the_charset_it_names(api: httpx.Client) -> None:
    def sent(charset: str, body: bytes) -> httpx.Response:
        return api.post("sources/", content=body, headers={"Content-Type": f"application/json; charset={charset}"})

    for charset in ("utf-8", "iso-8859-1", "utf-16"):
        assert sent(charset, '{"title": "Übersicht"}'.encode(charset)).json()["title"] == "Übersicht"
    assert_problem(sent("hex", b'{"title": "x"}'), 400, "parse_error")
    assert_problem(sent("utf-8", '{"title": "Übersicht"}'.encode("iso-8859-1")), 400, "parse_error")


def test_forms_are_utf_8(api: httpx.Client) -> None:
    body = '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nÜbersicht\r\n--x--\r\n'.encode()
    headers = {"Content-Type": "multipart/form-data; boundary=x; charset=punycode"}
    assert_problem(api.post("articles/", content=body, headers=headers), 400, "invalid")
