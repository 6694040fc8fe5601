"""Wiring of the project: settings, routes, entry points. No rule of the domain lives here."""

from __future__ import annotations

from newsroom.celery import app as celery_app

__all__ = ["celery_app"]
