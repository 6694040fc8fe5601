"""The web server's settings; gunicorn reads this file by itself when started in this folder."""

from __future__ import annotations

import os

os.environ["BELEG_PROCESS"] = "web"

from newsroom.environment import read_environment

_environment = read_environment()

bind = f"{_environment.host}:{_environment.port}"
worker_class = "newsroom.web_worker.Worker"
workers = _environment.web_processes
threads = _environment.web_threads
timeout = 60  # seconds without a sign of life until a process is replaced
graceful_timeout = 10  # seconds running requests get when the server stops
max_requests = 10_000  # returns memory that large uploads took
max_requests_jitter = 1_000
keepalive = 5  # seconds
control_socket_disable = True  # nobody steers it from outside
limit_request_line = 8190  # bytes of an address, the most there is: beyond it the server answers 414 by itself
