"""What somebody may do, read at once, is what Django would say."""

from __future__ import annotations

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Permission, User
from django.contrib.contenttypes.models import ContentType
from pytest_django.fixtures import DjangoAssertNumQueries

from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def again(user: User) -> User:
    """As the next request finds her: nothing remembered."""
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("role", [EDITOR, CHECKER, MODERATOR, ADMINISTRATOR, INTEGRATION])
def test_a_role_gives_what_its_group_has(role: str) -> None:
    user = make_user(role)
    rights = again(user).get_all_permissions()
    assert rights == ModelBackend().get_all_permissions(again(user))
    assert rights


def test_own_rights_add_to_those_of_several_roles() -> None:
    user = make_user(EDITOR)
    before = again(user).get_all_permissions()
    own = Permission.objects.create(
        codename="taste", name="May taste", content_type=ContentType.objects.get_for_model(User)
    )
    user.user_permissions.add(own)
    user.groups.add(*make_user(CHECKER).groups.all())
    rights = again(user).get_all_permissions()
    assert rights == ModelBackend().get_all_permissions(again(user))
    assert rights >= before | {"auth.taste"}
    assert again(user).has_perm("auth.taste")
    assert not again(user).has_perm("auth.taste", user)  # nothing is given for single objects


def test_who_is_out_has_none_and_a_superuser_all() -> None:
    user = make_user(EDITOR)
    user.is_active = False
    user.save()
    assert again(user).get_all_permissions() == set()
    assert not again(user).has_perm("annotations.view_article")
    assert AnonymousUser().get_all_permissions() == set()
    chief = User.objects.create_superuser("chefin")
    assert again(chief).get_all_permissions() == ModelBackend().get_all_permissions(again(chief))


def test_rights_are_read_once_a_request_and_anew_at_the_next(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = make_user(EDITOR)
    asking = again(user)
    with django_assert_num_queries(1):
        assert asking.has_perm("annotations.view_article")
        assert asking.has_perm("annotations.add_annotation")
    user.groups.clear()
    assert not again(user).has_perm("annotations.view_article")
