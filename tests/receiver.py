"""A web server on 127.0.0.1 that answers as a test tells it to, and remembers what it was sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

LOOPBACK = [ip_network("127.0.0.0/8")]  # for OUTGOING_ALLOWED_NETWORKS: what a test may reach

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True, slots=True)
class Received:
    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    body: bytes


@dataclass
class Receiver:
    """`behaviour` may be exchanged while it runs."""

    url: str
    behaviour: Behaviour
    received: list[Received] = field(default_factory=list)

    def has(self, number: int) -> bool:
        return len(self.received) >= number


def answer(status: int = 200, content: bytes = b"", **headers: str) -> Behaviour:
    """Answers at once; `Content_Type="text/html"` is a header."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    return behave


@contextmanager
def receiver(behaviour: Behaviour | None = None) -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            found.received.append(Received(self.command, self.path, headers, body))
            with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has gone
                found.behaviour(self)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Receiver(f"http://127.0.0.1:{server.server_port}/", behaviour or answer())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
