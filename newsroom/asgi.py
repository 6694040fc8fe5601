"""The web process's entry point."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

from django.core.asgi import get_asgi_application

application = get_asgi_application()
