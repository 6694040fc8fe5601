"""What comes from the environment, typed; every wrong value is told at once at start."""

from __future__ import annotations

import sys
from functools import cache
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Literal

import dj_database_url
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent
_SECRET_LENGTH = 50  # characters, as Django's own deployment check asks


class Environment(BaseSettings):
    """Each field's description is what `docs/operations.md` says of it; a test holds the two together."""

    model_config = SettingsConfigDict(extra="ignore", str_strip_whitespace=True, env_ignore_empty=True)

    beleg_data: Path = Field(
        BASE_DIR / "data", description="folder of the SQLite database, static files and secret key"
    )
    port: int = Field(8000, ge=1, le=65535, description="port of the web server")
    host: str = Field("127.0.0.1", description="address the web server listens on")
    secret_key: str | None = Field(
        None, description="signs sessions; made and kept in BELEG_DATA when DATABASE_URL is not set"
    )
    database_url: str | None = Field(
        None, description="postgres://user:password@host:port/name; SQLite in BELEG_DATA when not set"
    )
    redis_url: str | None = Field(
        None, description="redis://host:port/number, the job broker; embedded runner when not set"
    )
    allowed_hosts: Annotated[list[str], NoDecode] = Field(
        ["127.0.0.1", "localhost", "[::1]"], description="names the site answers to, separated by commas"
    )
    public_url: str | None = Field(
        None, description="https://… address of the site behind its proxy; switches secure cookies on"
    )
    web_threads: int = Field(8, ge=1, le=64, description="requests a web process answers at once")
    web_processes: int = Field(1, ge=1, le=64, description="web processes; more than 1 only with PostgreSQL")
    lease_seconds: int = Field(30, ge=3, le=600, description="after this long without a heartbeat a job is taken over")
    api_requests_per_minute: int = Field(
        30_000, ge=1, description="requests a token may make in a minute, in each web process; then 429"
    )
    sample: Literal["ask", "yes", "no"] = Field("ask", description="whether an empty database gets the sample newsroom")
    outgoing_allowed_networks: Annotated[list[IPv4Network | IPv6Network], NoDecode] = Field(
        [], description="internal networks that webhooks and fetched pages may reach, on any port, by commas"
    )
    email_host: str | None = Field(None, description="mail server that notices are sent through; none are sent without")
    email_port: int = Field(25, ge=1, le=65535, description="port of the mail server")
    email_from: str = Field("beleg@localhost", description="sender of notices")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="least level that is logged")
    beleg_process: Literal["web", "other"] = Field("other", description="set by the entry points, not by hand")

    @field_validator("allowed_hosts", "outgoing_allowed_networks", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _postgres(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("postgres://", "postgresql://")):
            raise ValueError("must begin with postgres://; leave it out for SQLite in BELEG_DATA")
        if value is not None and not dj_database_url.parse(value).get("NAME"):
            raise ValueError("names no database; write postgres://user:password@host:port/name")
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("must begin with redis://, rediss:// or unix://")
        return value

    @field_validator("public_url")
    @classmethod
    def _https(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith("https://"):
            raise ValueError("must begin with https://; leave it out where there is no TLS")
        return value.rstrip("/") if value else value

    @model_validator(mode="after")
    def _together(self) -> Environment:
        if self.database_url and not self.secret_key:
            raise ValueError("SECRET_KEY is required when DATABASE_URL is set: all processes must share it")
        if self.secret_key and len(self.secret_key) < _SECRET_LENGTH:
            raise ValueError(f"SECRET_KEY has {len(self.secret_key)} characters; it needs at least {_SECRET_LENGTH}")
        if self.web_processes > 1 and not self.database_url:
            raise ValueError("WEB_PROCESSES above 1 needs PostgreSQL: set DATABASE_URL")
        return self


@cache
def read_environment() -> Environment:
    """The settings from the environment. Exits with one message that lists every wrong value."""
    try:
        return Environment()  # type: ignore[call-arg]
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            name = ".".join(str(part) for part in problem["loc"]).upper()
            message = problem["msg"].removeprefix("Value error, ")
            found = f" (found: {problem['input']!r})" if name and "SECRET" not in name and "URL" not in name else ""
            lines.append(f"  {name + ': ' if name else ''}{message}{found}")
        sys.exit("Beleg cannot start. Wrong settings in the environment:\n" + "\n".join(lines))
