"""What somebody may do, read in one statement: it is asked of every request."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db import connection

# By hand, because Django's own way is two queries, and building them takes longer than answering them.
_RIGHTS = """
    SELECT content_type.app_label, permission.codename
    FROM auth_permission permission
    JOIN django_content_type content_type ON content_type.id = permission.content_type_id
    WHERE permission.id IN (
        SELECT of_group.permission_id
        FROM auth_group_permissions of_group
        JOIN auth_user_groups member ON member.group_id = of_group.group_id
        WHERE member.user_id = %s
        UNION
        SELECT own.permission_id FROM auth_user_user_permissions own WHERE own.user_id = %s
    )
"""


class RightsBackend(ModelBackend):
    """As Django's: the rights of a person's roles and her own, read once for each request. Superusers have all."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if user_obj.is_superuser or not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            with connection.cursor() as cursor:
                cursor.execute(_RIGHTS, [user_obj.pk, user_obj.pk])
                user_obj._perm_cache = {f"{app}.{codename}" for app, codename in cursor.fetchall()}
        rights: set[str] = user_obj._perm_cache
        return rights
