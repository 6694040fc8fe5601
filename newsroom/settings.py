"""Django's settings, grouped. What differs between machines comes from `newsroom.environment`."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from newsroom.environment import BASE_DIR, read_environment

ENVIRONMENT = read_environment()

# --- Data folder -----------------------------------------------------------------------------------------------------

DATA_DIR: Path = ENVIRONMENT.beleg_data.expanduser().resolve()


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _kept_secret_key() -> str:
    """The key of a single-machine newsroom: made once, readable by its owner only."""
    path = DATA_DIR / "secret_key"
    try:
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        try:
            with open(path, "x", encoding="ascii", opener=_owner_only) as file:
                file.write(get_random_secret_key())
        except FileExistsError:
            pass
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        sys.exit(
            f"Beleg cannot start. The data folder {DATA_DIR} cannot be written ({error.strerror}).\n"
            "Give yourself the right to write there, or name another folder: BELEG_DATA=/path/to/folder make run"
        )


# --- Core ------------------------------------------------------------------------------------------------------------

SECRET_KEY = ENVIRONMENT.secret_key or _kept_secret_key()
DEBUG = False
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
ASGI_APPLICATION = "newsroom.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "newsroom",
    "newsroom.admin_config.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "knox",
    "drf_spectacular",
    "csp",
    "annotations",  # last: its admin replaces what others have registered
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "annotations.web.middleware.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "annotations.web.middleware.RequestSizeMiddleware",
    "annotations.web.middleware.AddressMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "annotations.web.middleware.PreferencesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "annotations.web.calls.unseen_calls",
            ],
        },
    },
]

# --- Database --------------------------------------------------------------------------------------------------------


def _sqlite() -> dict[str, Any]:
    return {
        "ENGINE": "newsroom.sqlite",
        "NAME": DATA_DIR / "beleg.sqlite3",
        # The last connection that closes writes the whole log into the file, at the cost of a request: a web server's
        # threads keep theirs, for as long (seconds) as they can do without new statistics of the tables.
        "CONN_MAX_AGE": 300 if ENVIRONMENT.beleg_process == "web" else 0,
        "OPTIONS": {
            "timeout": 20,  # seconds a writer waits for another
            # Without IMMEDIATE a read that turns into a write fails at once with "database is locked".
            "transaction_mode": "IMMEDIATE",
            # FULL survives a power loss; the limit keeps the log file from staying large after a burst.
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON;PRAGMA journal_size_limit=67108864;"
            ),
        },
        # A file, so that a browser test's server thread and the test see the same data.
        "TEST": {"NAME": DATA_DIR / "test.sqlite3"},
    }


def _postgres(url: str) -> dict[str, Any]:
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    settings["CONN_MAX_AGE"] = 0
    if ENVIRONMENT.beleg_process == "web":
        # Web processes only: a pool opened before a job worker forks would be shared by its children.
        settings["OPTIONS"] = {
            **settings.get("OPTIONS", {}),
            "pool": {"min_size": 1, "max_size": ENVIRONMENT.web_threads},
        }
    return settings


DATABASES = {"default": _postgres(ENVIRONMENT.database_url) if ENVIRONMENT.database_url else _sqlite()}

# --- Sign-in and sessions --------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["annotations.rights.RightsBackend"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "article_list"
LOGOUT_REDIRECT_URL = "sign_in"
SESSION_COOKIE_AGE = 14 * 24 * 3600  # seconds
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# --- Security --------------------------------------------------------------------------------------------------------

CSRF_FAILURE_VIEW = "annotations.web.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
if ENVIRONMENT.public_url:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.public_url]
    SECURE_HSTS_SECONDS = 30 * 24 * 3600
    if (_public_host := urlsplit(ENVIRONMENT.public_url).hostname) and _public_host not in ALLOWED_HOSTS:
        ALLOWED_HOSTS = [*ALLOWED_HOSTS, _public_host]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# --- Limits of what comes in -----------------------------------------------------------------------------------------

UPLOAD_LIMIT_BYTES = 20 * 1024 * 1024  # of one file
IMPORT_LIMIT_BYTES = 64 * 1024 * 1024  # of a file with many articles or annotations
TEXT_LIMIT_CODE_POINTS = 1_000_000  # of one article version
# Above both limits, so that it is our own check that answers, with a sentence that says what to do.
DATA_UPLOAD_MAX_MEMORY_SIZE = 48 * 1024 * 1024

# --- Languages -------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Berlin"

# --- Static files ----------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.static_storage.SmallManifestStorage"},
}

# --- API -------------------------------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "annotations.api.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["annotations.api.permissions.RolePermission"],
    "DEFAULT_THROTTLE_CLASSES": ["annotations.api.throttling.TokenThrottle"],
    "DEFAULT_RENDERER_CLASSES": ["annotations.api.renderers.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["annotations.api.parsers.JsonParser"],  # forms where files are taken: FILE_PARSERS
    "DEFAULT_METADATA_CLASS": "annotations.api.metadata.Metadata",
    "DEFAULT_FILTER_BACKENDS": ["annotations.api.filters.StrictFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "annotations.api.errors.problem_response",
    "DEFAULT_VERSIONING_CLASS": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
API_REQUESTS_PER_MINUTE = ENVIRONMENT.api_requests_per_minute
KNOX_TOKEN_MODEL = "knox.AuthToken"
REST_KNOX = {
    "TOKEN_TTL": timedelta(days=365),
    "TOKEN_PREFIX": "beleg_",
    "AUTH_HEADER_PREFIX": "Token",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Beleg",
    "DESCRIPTION": (
        "The fact desk's API. Places in texts are Unicode code points, half open: `text[start:end] == exact`. "
        "Every change of an annotation carries the revision it was based on in `If-Match`. "
        "Errors are problem documents (RFC 9457) with a stable `code`. "
        "U+0000 and lone surrogates are refused in every string."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SERVE_PERMISSIONS": ["annotations.api.permissions.SignedIn"],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "annotations.api.schema.complete_operations",
    ],
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "AnnotationKindEnum": "annotations.models.annotation.Annotation.Kind",
        "AnnotationStateEnum": "annotations.models.annotation.Annotation.State",
        "BandEnum": "annotations.models.annotation.Annotation.Band",
        "RejectReasonEnum": "annotations.models.annotation.Annotation.RejectReason",
        "ArticleStateEnum": "annotations.models.article.Article.State",
        "InterfaceLanguageEnum": "annotations.models.preferences.Preferences.Language",
        "ArticleLanguageEnum": "annotations.models.article.Article.Language",
        "RunStateEnum": "annotations.models.job.Job.State",
        "PartRoleEnum": "annotations.models.annotation.AnnotationPart.Role",
        "QuoteTypeEnum": "annotations.models.quote.Quote.Type",
        "ClaimTypeEnum": "annotations.models.claim.Claim.Type",
        "VerdictStatusEnum": "annotations.models.verdict.Verdict.Status",
        "SourceKindEnum": "annotations.models.source.Source.Kind",
        "SourceLevelEnum": "annotations.models.source.Source.Level",
        "SpeakerKindEnum": "annotations.models.speaker.Speaker.Kind",
        "WebhookStateEnum": "annotations.models.webhook_endpoint.WebhookEndpoint.State",
        "WorthinessEnum": "annotations.models.claim.Claim.Worthiness",
        "FigureKindEnum": "annotations.models.figure.Figure.Kind",
        "ApproximationEnum": "annotations.models.figure.Figure.Approximation",
    },
}

# --- Jobs ------------------------------------------------------------------------------------------------------------

REDIS_URL = ENVIRONMENT.redis_url
LEASE_SECONDS = ENVIRONMENT.lease_seconds

# --- Outgoing --------------------------------------------------------------------------------------------------------

OUTGOING_ALLOWED_NETWORKS = ENVIRONMENT.outgoing_allowed_networks

# --- Mail ------------------------------------------------------------------------------------------------------------

EMAIL_HOST = ENVIRONMENT.email_host or ""
EMAIL_PORT = ENVIRONMENT.email_port
EMAIL_TIMEOUT = 5  # seconds; a notice by mail must not hold a request for longer
DEFAULT_FROM_EMAIL = ENVIRONMENT.email_from

# --- Logs ------------------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": ENVIRONMENT.log_level},
    "loggers": {"django.request": {"level": "ERROR"}},
}
