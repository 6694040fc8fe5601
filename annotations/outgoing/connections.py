"""Connections that lead to permitted addresses only, and end at a deadline whatever the other side does."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from types import TracebackType

from urllib3.connection import HTTPConnection, HTTPSConnection

from annotations.errors import AddressRefused, NoAnswer, TooSlow
from annotations.outgoing.addresses import check_address


class Deadline:
    """The time all of one request may take: name, connection, TLS, redirects, every byte of the answer.

    A timeout of the socket alone starts again with each byte a dripping server sends. So the socket is shut down
    from a thread of its own when the time is over; what was being read then fails, and is called `TooSlow`.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._watched: socket.socket | None = None
        self._timer: threading.Timer | None = None

    def remaining(self) -> float:
        """Seconds left. Raises `TooSlow` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TooSlow(seconds=int(self.seconds))
        return left

    def watch(self, sock: socket.socket) -> None:
        """Ends the connection when the time is over; TLS may wrap it meanwhile, the duplicate stays valid."""
        self._release()
        self._watched = sock.dup()
        self._timer = threading.Timer(self.remaining(), self._cut, args=(self._watched,))
        self._timer.daemon = True
        self._timer.start()

    @staticmethod
    def _cut(sock: socket.socket) -> None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    def _release(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._watched is not None:
            self._watched.close()

    def __enter__(self) -> Deadline:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._release()
        if kind is None or isinstance(error, Exception):
            self.remaining()  # an answer cut off at the end of its time looks like a whole one


def _resolve(host: str, port: int, deadline: Deadline) -> list[str]:
    """The addresses of a name. In a thread that may be left behind: a resolver knows no deadline."""
    found: list[str] = []

    def ask() -> None:
        with contextlib.suppress(OSError, UnicodeError):
            found.extend(str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    thread = threading.Thread(target=ask, name="resolver", daemon=True)
    thread.start()
    thread.join(deadline.remaining())
    deadline.remaining()
    if not found:
        raise NoAnswer(host=host[:200])
    return list(dict.fromkeys(found))


def _connect(host: str, port: int, deadline: Deadline) -> socket.socket:
    """To the first permitted address that answers. Raises `NoAnswer` or, before it sends anything, `AddressRefused`."""
    refused: AddressRefused | None = None
    failed: OSError | None = None
    for address in _resolve(host, port, deadline):
        try:
            check_address(address, port=port, host=host)
            return _open(address, port, timeout_seconds=deadline.remaining())
        except AddressRefused as error:
            refused = error
        except OSError as error:
            failed = error
    if refused is not None and failed is None:
        raise refused
    raise NoAnswer(host=host[:200]) from failed


def _open(address: str, port: int, *, timeout_seconds: float) -> socket.socket:
    """By the address as it was judged: nothing here looks a name up once more."""
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    sock.settimeout(timeout_seconds)
    try:
        sock.connect((address, port))
    except OSError:
        sock.close()
        raise
    return sock


class GuardedConnection(HTTPConnection):
    deadline: Deadline

    def _new_conn(self) -> socket.socket:
        sock = _connect(self.host, self.port, self.deadline)
        self.deadline.watch(sock)
        return sock


class GuardedTLSConnection(HTTPSConnection):
    deadline: Deadline

    def _new_conn(self) -> socket.socket:
        sock = _connect(self.host, self.port, self.deadline)
        self.deadline.watch(sock)
        return sock


def open_connection(scheme: str, host: str, port: int, deadline: Deadline) -> GuardedConnection | GuardedTLSConnection:
    """Not connected yet. Proxies of the environment are never used; certificates are those the system trusts."""
    kind = GuardedTLSConnection if scheme == "https" else GuardedConnection
    connection = kind(host.strip("[]"), port, timeout=deadline.remaining())
    connection.deadline = deadline
    return connection
