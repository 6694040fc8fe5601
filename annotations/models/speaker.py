"""The register of who is quoted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Speaker(models.Model):
    """A person, office or organisation. Two of the same name are told apart by their function."""

    class Kind(models.TextChoices):
        UNKNOWN = "", _("not said")
        PERSON = "person", _("living person")
        DECEASED = "deceased", _("deceased person")
        OFFICE = "office", _("office")
        ORGANISATION = "organisation", _("organisation")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.UNKNOWN, blank=True)
    function = models.CharField(_("function"), max_length=200, blank=True)
    aliases = models.JSONField(_("aliases"), default=list, blank=True)  # ["Peskow", …]
    # Found to be the same as another entry, which stands for it. Kept with its quotes, so that it can be undone.
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )
    is_proposed = models.BooleanField(_("proposed by the engine"), default=False)

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name", "function", "id"]
        constraints = [
            models.UniqueConstraint(fields=["name", "function"], name="speaker_name_and_function_once"),
            models.CheckConstraint(condition=~Q(name=""), name="speaker_has_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.function})" if self.function else self.name

    @property
    def canonical(self) -> Speaker:
        """The entry it was merged into, or itself; one step always suffices."""
        return self.merged_into or self
