"""Times of requests by one client and by several at once."""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx

Operation = Callable[[httpx.Client, int], None]  # the number stands for one request: the same in every run


@dataclass(frozen=True)
class Measured:
    """Median and 95th percentile in seconds; how many things were done, and how many of them a second."""

    median: float
    high: float
    times: int
    per_second: float

    def cells(self) -> str:
        return f"{self.times} | {milliseconds(self.median)} | {milliseconds(self.high)} | {self.per_second:.0f}"


def measure(
    new_client: Callable[[], httpx.Client], operation: Operation, *, times: int, clients: int = 1, per: int = 1
) -> Measured:
    """Each client keeps its connection and asks again as soon as it is answered. One request does `per` things."""
    taken: list[float] = []
    numbers = itertools.count()
    lock = threading.Lock()

    def work(share: int) -> None:
        with new_client() as client:
            for _ in range(share):
                with lock:
                    number = next(numbers)
                begun = time.perf_counter()
                operation(client, number)
                taken.append((time.perf_counter() - begun) / per)

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(work, [times // clients] * clients))
    whole = time.perf_counter() - begun
    done = len(taken) * per
    high = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    return Measured(statistics.median(taken), high, done, done / whole)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f}" if seconds < 0.01 else f"{seconds * 1000:.1f}"
