"""Imports in the panel: whose file a moderator may know of while nobody has read it."""

from __future__ import annotations

import pytest
from django.test import Client

from annotations import jobs
from annotations.models import Desk, Import
from annotations.roles import ADMINISTRATOR, EDITOR, MODERATOR
from annotations.services import imports
from tests.factories import bring_in, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("how", ["waits", "failed"])
@pytest.mark.parametrize("is_for", ["member", "served", "nobody"])
def test_what_nobody_has_read_is_judged_by_who_handed_it_in(is_for: str, how: str) -> None:
    """Somebody of a closed desk, or who has brought in articles for one, may have meant it for that."""
    owner, moderator, administrator = (make_user(role) for role in (EDITOR, MODERATOR, ADMINISTRATOR))
    desk = Desk.objects.create(name="Recherche", is_closed=True)
    if is_for == "member":
        desk.members.add(owner)
    elif is_for == "served":
        bring_in(owner, "Ein Text.", desk=desk.name)
    job = imports.request_import(form="labelstudio", content=b"kein JSON", name="geheim.json", actor=owner)
    if how == "failed":
        assert jobs.execute(imports.KIND, job.pk)
        assert Import.objects.get().state == "failed"
    for user, is_seen in ((moderator, is_for == "nobody"), (administrator, True)):
        client = Client()
        client.force_login(user)
        for name in ("import", "event"):
            listed = client.get(f"/admin/annotations/{name}/").context["cl"].queryset
            listed = listed if name == "import" else listed.filter(object_type="import")
            assert (name, listed.exists()) == (name, is_seen)
    desk.members.add(moderator)
    client = Client()
    client.force_login(moderator)
    assert "geheim.json" in client.get("/admin/annotations/import/").content.decode(), "her own desk by now"
