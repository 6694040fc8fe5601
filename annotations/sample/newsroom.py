"""Fills an empty desk: an editor, a checker, a moderator, an administrator, and four articles whose runs are queued."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils.crypto import get_random_string

from annotations.models import Article
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, MODERATOR
from annotations.services.articles import ArticleFields, Manuscript, bring_in_article

_PASSWORD_LENGTH = 14
# Without the letters and digits people confuse when they type a password off a screen.
_PASSWORD_CHARACTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"

_PEOPLE = (
    ("redaktion", EDITOR),
    ("pruefung", CHECKER),
    ("moderation", MODERATOR),
    ("verwaltung", ADMINISTRATOR),
)
_DATE = datetime.date(2026, 9, 16)
_ARTICLES = (
    ("gipfel.txt", "Ausland", "Mara Lindt"),
    ("haushalt.txt", "Lokales", "Ole Brand"),
    ("hochwasser.txt", "Lokales", "Mara Lindt"),
    ("klinik.txt", "Wissen", "Ida Sommer"),
)


@dataclass(frozen=True, slots=True)
class Account:
    username: str
    role: str
    password: str  # in clear; shown once and kept nowhere


def is_desk_empty() -> bool:
    return not User.objects.exists() and not Article.objects.exists()


def create_sample_newsroom() -> list[Account]:
    """The accounts with their new passwords. All or nothing; the articles' suggestion runs wait for the runner."""
    with transaction.atomic():
        accounts = [_create_account(username, role) for username, role in _PEOPLE]
        editor = User.objects.get(username=_PEOPLE[0][0])
        for name, desk, byline in _ARTICLES:
            text = (Path(__file__).parent / name).read_text(encoding="utf-8")
            fields = ArticleFields(
                title=text.split("\n", 1)[0],
                byline=byline,
                outlet="Seldener Bote",
                desk=desk,
                published_on=_DATE,
                published_precision="day",
            )
            bring_in_article(fields=fields, manuscript=Manuscript.pasted(text), actor=editor)
    return accounts


def _create_account(username: str, role: str) -> Account:
    password = get_random_string(_PASSWORD_LENGTH, _PASSWORD_CHARACTERS)
    user = User.objects.create_user(username=username, password=password)
    user.groups.add(Group.objects.get(name=role))
    return Account(username=username, role=role, password=password)
