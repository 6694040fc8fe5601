"""The product's settings on a data folder of the test run's own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# The browser is driven from a thread with an event loop; the tests themselves are not asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ["BELEG_DATA"] = tempfile.mkdtemp(prefix="beleg-tests-")

from newsroom.settings import *  # noqa: F403
from newsroom.settings import BASE_DIR, DATA_DIR, DATABASES, ENVIRONMENT
from newsroom.static_storage import small_script

# Where a worker process of its own finds the test database: as any desk finds its own.
WORKER_DATA = Path(DATA_DIR) / "worker"
WORKER_DATA.mkdir()
if not ENVIRONMENT.database_url:
    DATABASES["default"]["TEST"] = {"NAME": WORKER_DATA / "beleg.sqlite3"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; nothing here is secret
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = Path(DATA_DIR) / "static"
STATIC_ROOT.mkdir()
# Browsers get the scripts as a newsroom's server sends them.
SERVED_SCRIPTS = Path(DATA_DIR) / "scripts"
for script in (BASE_DIR / "static").rglob("*.js"):
    served = SERVED_SCRIPTS / script.relative_to(BASE_DIR / "static")
    served.parent.mkdir(parents=True, exist_ok=True)
    served.write_text(small_script(script.read_text("utf-8")), "utf-8")
STATICFILES_DIRS = [SERVED_SCRIPTS, BASE_DIR / "static"]
