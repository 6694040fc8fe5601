"""What the desk knows of a token besides its digest, which the token library keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class ApiToken(models.Model):
    """Shown once, when it is made. Revoking deletes the digest, and this row with it; the record keeps the act."""

    secret = models.OneToOneField(
        "knox.AuthToken", on_delete=models.CASCADE, related_name="api_token", verbose_name=_("digest")
    )
    name = models.CharField(_("name"), max_length=100)
    scopes = models.JSONField(_("may be used for"), default=list)  # names of `annotations.scopes`
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)  # to the minute

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    @property
    def owner(self) -> User:
        owner: User = self.secret.user
        return owner

    @property
    def prefix(self) -> str:
        """What a person recognises it by: enough to find it in a file, not enough to use it."""
        return str(self.secret.token_key)

    @property
    def is_expired(self) -> bool:
        return self.secret.expiry is not None and self.secret.expiry < timezone.now()
