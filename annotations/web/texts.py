"""The workbench's interface texts, in the reader's language. What stands in braces is filled in by the scripts."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations import scopes
from annotations.models import Source, Verdict
from annotations.partial_dates import parse_partial_date


def workbench_texts() -> dict[str, str]:
    return {
        **_card_texts(),
        **_edit_texts(),
        **_check_texts(),
        **_source_texts(),
        **_comment_texts(),
        **_run_texts(),
        **_notices(),
    }


def _card_texts() -> dict[str, str]:
    return {
        "article_itself": _("the article itself"),
        "place_words": _("paragraph {p}, sentence {s}"),
        "aliases": _("also {n}"),
        "chip": _("Marks in this line: {n}"),
    }


def _edit_texts() -> dict[str, str]:
    return {
        "extent_hint": _("Arrows move the end; or select the words anew."),
        "part_needs": _("First select the words of the part, with the mark it belongs to active."),
        "conflict": _("Not saved: {p} changed this mark at {t}. It is now: {s}."),
        "engine": _("the engine"),
        "hits": _("Found: {n}"),
        "and_more": _("and {n} more"),
        "ask_accept_sure": _("Accept {n} sure suggestions?"),
        "ask_accept_shown": _("Accept the {n} suggestions shown?"),
        "ask_reject_shown": _("Reject the {n} suggestions shown?"),
        "nothing_to_decide": _("There is no such suggestion."),
        "bulk_accept": _("Accepted: {n}."),
        "bulk_reject": _("Rejected: {n}."),
        "bulk_failed": _("Not saved, because somebody was faster: {n}."),
    }


def _check_texts() -> dict[str, str]:
    return {
        "verdict_set": _("Verdict: {v}"),
        "no_fact": _("A mark that is rejected is not checked. Accept it first."),
        "may_not_check": _("Your role may read here, not check."),
        "activate_first": _("First go to a mark: {key_next}, {key_previous} or click."),
        "waits_v": _(
            "Verdict: 1 unchecked · 2 confirmed · 3 wrong · 4 query · 5 author alone · 6 not checkable · Esc drops"
        ),
        "waits_g": _("Go to: N next sentence nobody has looked at · Esc drops"),
        "due_short": _("to be countersigned"),
        "countersigned_now": _("Countersigned."),
        "history_empty": _("There are none."),
    }


def _source_texts() -> dict[str, str]:
    return {
        "source_new": _("Enter as new source: “{s}”"),
        "source_unpicked": _("Choose a source from the list or enter it as new. What you typed is none yet."),
        "source_away": _("Take away:"),
    }


def _comment_texts() -> dict[str, str]:
    return {
        "comment_resolved_by": _("resolved by {p}"),
        "comments_open": _("open comments: {n}"),
        "unlooked_left": _("Sentences nobody has looked at: {n}"),
        "all_looked": _("Somebody has looked at every sentence."),
        "wave_first": _("First go to a sentence nobody has looked at: {key_unlooked}."),
        "waved": _("Nothing to check here: recorded."),
    }


def _run_texts() -> dict[str, str]:
    return {
        "run_queued": _("Suggestions: waiting their turn"),
        "run_running": _("Suggestions: {d} of {t} paragraphs"),
        "run_finished": _("{n} suggestions in {s} s"),
        "run_failed": _("No suggestions."),
        "run_no_worker": _("Suggestions are waiting: no worker process is running"),
    }


def _notices() -> dict[str, str]:
    return {
        "present": _("Also here: {p}"),
        "newer": _("There is version {n} now. You go on in version {o}; what you decide here is taken along."),
        "newer_go": _("Go to version {n}"),
        "newer_waits": _("First what is waiting is sent, then you go on in the new version."),
        "waiting": _("saving: {n}"),
        "unsent": _("Not sent yet: {n}"),
        "marked": _("Marked: {k}"),
        "not_yet_saved": _("This mark is still on its way to the server; then it can be changed."),
        "reason_hint": _("Rejected. Why? 1 not that kind · 2 wrong extent · 3 duplicate · 4 irrelevant · 5 other"),
        "reason_given": _("Rejected as: {r}"),
        "undo_done": _("Undone"),
        "redo_done": _("Done again"),
        "nothing_to_undo": _("There is nothing to undo."),
        "nothing_to_redo": _("There is nothing to do again."),
        "select_first": _("First select words in the text."),
        "one_of": _("{i} of {n} marks at this place"),
        "read_only": _("Your role may read here, not mark."),
        "arrived_above": _("{n} new suggestions further up"),
        "arrived_one_above": _("1 new suggestion further up"),
        "select_mode": _("Select by keys: arrows go from word to word, Shift extends, Esc leaves."),
        "not_fetched": _("This cannot be opened while the server does not answer. Try again in a moment."),
        "sign_in_unreachable": _("The server does not answer. What waits is kept; try again in a moment."),
    }


def partial_date_words(date: datetime.date | None, precision: str) -> str:
    """A date as far as it is known, as its reader writes it."""
    shape = {"year": "Y", "month": "YEAR_MONTH_FORMAT"}.get(precision, "DATE_FORMAT")
    return date_format(date, shape) if date else ""


def condition_texts() -> dict[str, str]:
    """What a release asks for, in the order of `queries.checks.release_conditions`."""
    return {
        "suggestions": _("Suggestions nobody has decided on"),
        "unchecked": _("Facts nobody has checked"),
        "open_query": _("Queries to the author that are not settled"),
        "wrong": _("Wrong facts that still stand in the text"),
        "too_vague": _("Confirmed without a place in a source: too vague"),
        "countersignature": _("Countersignatures that are due"),
        "comments": _("Threads nobody has resolved"),
        "unlooked": _("Sentences nobody has looked at"),
    }


def hidden_facts_words(number: int) -> str:
    """What stands in a dossier instead of facts that a moderator has hidden since it was signed."""
    said = ngettext(
        "%(number)s fact was hidden after the release and is not shown here.",
        "%(number)s facts were hidden after the release and are not shown here.",
        number,
    )
    return said % {"number": number}


def quoted(words: str) -> str:
    """In the quotation marks of the reader's language."""
    return _("“%(words)s”") % {"words": words}


def about_words(dossier: dict[str, Any]) -> list[str]:
    """What was known about the article of a dossier: byline, outlet, desk, date, as far as they were known."""
    article = dossier["article"]
    day = partial_date_words(*parse_partial_date(article["published_on"])) if article["published_on"] else ""
    return [known for known in (article["byline"], article["outlet"], article["desk"], day) if known]


def source_words(source: dict[str, Any]) -> str:
    """Kind and level of a source in a dossier."""
    return f"{Source.Kind(source['kind']).label}, {Source.Level(source['level']).label}"


def status_bars(by_status: dict[str, int]) -> list[dict[str, Any]]:
    """The parts of a progress bar in per cent, each with its place, number and words; without the empty ones."""
    words = dict(Verdict.Status.choices)
    whole = sum(by_status.values()) or 1
    bars, start = [], 0.0
    for status in ("confirmed", "author_alone", "not_checkable", "wrong", "query", "unchecked"):
        number = by_status.get(status, 0)
        if number:
            width = 100 * number / whole
            shape = {"x": f"{start:.2f}", "width": f"{width:.2f}"}
            bars.append({"status": status, "words": words[status], "number": number, **shape})
            start += width
    return bars


def scope_words(scope: str) -> str:
    """What a token with this scope may do."""
    words = {
        scopes.ARTICLES_READ: _("read articles, versions and runs"),
        scopes.ARTICLES_WRITE: _("bring in and change articles"),
        scopes.ANNOTATIONS_READ: _("read marks, verdicts, sources and speakers"),
        scopes.ANNOTATIONS_WRITE: _("mark, decide, check, comment"),
        scopes.MODERATE: _("release, correct, keep the registers"),
        scopes.EXPORT: _("export"),
        scopes.WEBHOOKS: _("manage webhooks"),
    }
    return words[scope]
