"""What the desk did by itself each night, and what came of it."""

from __future__ import annotations

from django.contrib import admin
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import AttentionFilter, ReadOnlyAdmin
from annotations.models import NightlyWork

_COUNTED: dict[str, str | Promise] = {
    "marks": _("marks removed"),
    "articles": _("articles removed"),
    "deliveries": _("deliveries of webhooks removed"),
    "exports": _("exports removed"),
    "kept_answers": _("kept answers removed"),
    "learned_from": _("articles learned from"),
    "put_into_use": _("models put into use"),
}


class NightAttentionFilter(AttentionFilter):
    codes = {"failed_nights": _("failed, not made up for since")}


@admin.register(NightlyWork)
class NightlyWorkAdmin(ReadOnlyAdmin):
    recorded_as = "nightly_work"
    list_display = ("night", "task", "state", "what_it_did", "attempts", "started_at", "finished_at", "error")
    list_filter = ("task", "state", NightAttentionFilter, "error", "night")
    fields = (*list_display, "error_detail")
    readonly_fields = ("what_it_did",)

    @admin.display(description=_("what it did"))
    def what_it_did(self, work: NightlyWork) -> str:
        done = [f"{words}: {work.counts[name]}" for name, words in _COUNTED.items() if work.counts.get(name)]
        return " · ".join(done) or ("–" if work.state != NightlyWork.State.FINISHED else str(_("nothing to do")))
