"""Fetching what a source says on the web today: the job, and what came of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.job import Job
from annotations.models.source import Source, SourceCopy
from annotations.querysets import JobQuerySet


class SourceFetch(Job):
    """Says when, by whom, from where and with which answer its copy was fetched. Stays as long as the source."""

    class Error(models.TextChoices):
        """The second group are the codes of `OutsideFailed`."""

        CRASHED = "crashed", _("The worker process was ended several times while fetching.")
        INTERNAL = "internal", _("The page could not be kept.")
        NOT_ALLOWED = "not_allowed", _("Your role does not permit keeping copies any more.")
        NOT_FOUND = "not_found", _("The server has no page at this address, or shows it to nobody unknown.")
        NOT_KEPT = "not_kept", _("This is no page, PDF, text or picture. Download it yourself and upload it here.")
        EMPTY = "empty", _("The page is empty.")

        URL_REFUSED = "url_refused", _("This is no address of the web. Correct it in the source.")
        ADDRESS_REFUSED = "address_refused", _("The address leads into an internal network, which is never called.")
        NO_ANSWER = "no_answer", _("Nobody answered: the name, the server or its certificate is wrong.")
        TOO_SLOW = "too_slow", _("The answer was not complete after ten seconds.")
        TOO_LARGE = "too_large", _("The page is larger than 5 MB. Save the part you need and upload it here.")
        TOO_MANY_REDIRECTS = "too_many_redirects", _("The address leads on too often. Enter the one it ends at.")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="fetches", verbose_name=_("source"))
    url = models.URLField(_("address on the web"), max_length=2000)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("requested by")
    )
    final_url = models.CharField(_("fetched from"), max_length=4000, blank=True)  # after redirects
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)  # of HTTP; null: no answer
    # The same copy as an earlier fetch's where the page has not changed since.
    copy = models.ForeignKey(
        SourceCopy, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("frozen copy")
    )
    error = models.CharField(_("error"), max_length=18, choices=Error, blank=True)

    objects: ClassVar[Any] = JobQuerySet.as_manager()

    class Meta(Job.Meta):
        verbose_name = _("fetched page")
        verbose_name_plural = _("fetched pages")
