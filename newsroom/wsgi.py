"""The web process's entry point."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from newsroom.wsgi_request import ReadToTheEnd, Utf8Request

desk = get_wsgi_application()
desk.request_class = Utf8Request
application = ReadToTheEnd(desk)

# Everything is loaded now, not by the first request, and stays: looking through it for garbage again and again would
# make requests wait that only happen to come then.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
