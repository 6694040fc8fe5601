"""What can go wrong at the desk. Each error has a stable `code` and a sentence: what was found, and the way out.

BelegError
├── InvalidText
│   ├── EmptyText               nothing is left once white space is cut
│   ├── TextTooLong             more code points than a version may have
│   ├── FileTooLarge            more bytes than an upload may have
│   └── NotPlainText            a binary file, whatever its name says
├── InvalidSpan
│   ├── SpanOutsideText
│   ├── SpanCutsCharacter       an end lies inside what a reader sees as one character
│   ├── SpanMismatch            the text has other words at this place
│   └── PartsInvalid            the further spans do not fit the annotation
├── WrongKindFields             fields of another kind than the annotation's
├── StaleRevision               somebody else changed it since it was read
├── InBin                       the annotation has to be taken out of the bin first
├── AlreadyMarked               the same words are marked by another annotation
├── UndoRefused                 what is to be undone has changed since
├── ExternalIdTaken             the outlet has an article of this number already
├── WasReleased                 an article that was signed for stays
├── NotThere                    no annotation or event of that number
├── ImportRefused
│   ├── FileUnreadable          the file as a whole is not what it should be
│   ├── ArchiveRefused          too many files, too large, or no archive
│   ├── RowUnreadable           one row of it
│   ├── UnknownKind             a label that is neither quote, claim nor figure
│   ├── FieldsInvalid           values a field cannot have
│   ├── ArticleUnknown          a row names no article that is there
│   ├── QuoteNotFound           the words are not in the text
│   └── QuoteAmbiguous          they are there several times
├── NothingToExport             a selection that holds no article
├── TooManyRows                 more marks than a sheet of Excel has rows
├── NoAddress                   a source that is to be fetched has no address on the web
├── ExportNotReady              the file is not written yet, or could not be
├── NothingToLearnFrom          no article is flagged as completely annotated
├── WebhookPaused               it has to be resumed first
├── WebhooksFull                somebody has as many as she may
├── KeyRefused                  a key that another action has, or that cannot be one
├── NotAllowed                  the person's role does not permit it
├── OutsideFailed               nothing came of asking somebody outside
│   ├── UrlRefused              no address of the web
│   ├── AddressRefused          it leads into an internal network
│   ├── NoAnswer                no such name, no connection, no valid certificate, no HTTP
│   ├── TooSlow
│   ├── TooLarge
│   └── TooManyRedirects
├── KeyReused                   an Idempotency-Key came with another request before
├── UnknownScope                a token is to be for something there is no name for
├── TooManyTokens               a person has as many tokens as one may have
└── CheckRefused
    ├── NotAccepted             only an accepted mark is a fact that can be checked
    ├── CorrectionMissing       wrong, but not what is right
    ├── QuestionMissing         a query that asks nothing
    ├── SourceUnknown           no source of that number
    ├── NothingToSign           there is no verdict to countersign
    ├── FourEyes                whoever set the verdict cannot countersign it
    ├── NoOpenQuery             there is no question to answer
    ├── NotInThread             a comment answers one of another mark
    ├── CommentAnswered         a comment others have answered stays
    ├── StillOpen               released without a reason while conditions are open
    ├── NotReleased             a correction of what was never released
    ├── MergeRefused            two speakers cannot become one
    └── ReasonMissing           a moderator's decision says why

Domain errors know nothing of HTTP; the API maps them to problem documents in one place.
"""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class BelegError(Exception):
    """`details` are values a client may want besides the sentence; they can be written as JSON."""

    code = "error"
    message: str | Promise = _("Something went wrong.")
    field: str | None = None  # the input the sentence is about

    def __init__(self, **details: Any) -> None:
        self.details = details
        super().__init__(self.code)

    def __str__(self) -> str:
        return str(self.message) % self.details if self.details else str(self.message)


class InvalidText(BelegError):
    code = "invalid_text"
    field = "text"


class EmptyText(InvalidText):
    code = "empty_text"
    message = _("The text is empty. Paste the article or choose a file that contains it.")


class TextTooLong(InvalidText):
    """`length` and `limit` in code points."""

    code = "text_too_long"
    message = _("The text has %(length)s characters; an article may have %(limit)s. Split it into several articles.")


class FileTooLarge(InvalidText):
    """`size` and `limit` in megabytes."""

    code = "file_too_large"
    field = "file"
    message = _(
        "The file has %(size)s MB; %(limit)s MB are allowed. Save the text alone, without pictures, and try again."
    )


class NotPlainText(InvalidText):
    code = "not_plain_text"
    field = "file"
    message = _(
        "“%(name)s” is not a text file, whatever its name says. "
        "Open it in the program it comes from and save it as plain text."
    )


class InvalidSpan(BelegError):
    code = "invalid_span"
    field = "exact"


class SpanOutsideText(InvalidSpan):
    code = "span_outside_text"
    field = "end"
    message = _("The place %(start)s to %(end)s lies outside the text, which has %(length)s characters (code points).")


class SpanCutsCharacter(InvalidSpan):
    code = "span_cuts_character"
    field = "start"
    message = _(
        "The place %(start)s to %(end)s begins or ends inside a character (a letter with its accents, an emoji). "
        "Move the end to its border."
    )


class SpanMismatch(InvalidSpan):
    """`expected` is what was sent, `found` what the text has there."""

    code = "span_mismatch"
    message = _(
        "At %(start)s to %(end)s the text has “%(found)s”, not “%(expected)s”. "
        "Places count code points from 0; fetch the text again and count anew."
    )


class PartsInvalid(InvalidSpan):
    code = "parts_invalid"
    field = "parts"
    message = _("The parts do not fit: %(problem)s")


class WrongKindFields(BelegError):
    code = "wrong_kind_fields"
    message = _("An annotation of the kind “%(kind)s” has no fields “%(fields)s”.")


class StaleRevision(BelegError):
    """`current` is the thing as it is now; the transport shows it in its own form."""

    code = "stale_revision"
    message = _("Not saved: somebody has changed this in the meantime. Look at its present state and decide again.")

    def __init__(self, current: Any) -> None:
        self.current = current
        super().__init__()


class InBin(BelegError):
    code = "in_bin"
    message = _("This mark lies in the bin. Restore it first.")


class AlreadyMarked(BelegError):
    """`number` is that of the other mark, `kind` and `state` its words."""

    code = "already_marked"
    message = _(
        "These words are marked as %(kind)s already: mark %(number)s (%(state)s). Go on with that one, and reject "
        "this one as a duplicate."
    )


class UndoRefused(BelegError):
    code = "undo_refused"
    message = _("This cannot be undone: the mark has been changed since.")


class NotThere(BelegError):
    code = "not_there"
    message = _("There is nothing with the number %(number)s.")


class ExternalIdTaken(BelegError):
    """`article` is the number of the one that has it, where the actor may see it."""

    code = "external_id_taken"
    field = "external_id"
    message = _("This outlet has an article “%(external_id)s” already. Add a version to it, or take another number.")


class WasReleased(BelegError):
    code = "was_released"
    message = _("This article has been released: its dossier and all it rests on stay. Archive it instead.")


class ImportRefused(BelegError):
    """What cannot be read from a file, or not be stored."""

    field: str | None = "file"


class FileUnreadable(ImportRefused):
    code = "file_unreadable"
    message = _("The file is not in the format that was named (%(problem)s). Choose the right format, or save it anew.")


class ArchiveRefused(ImportRefused):
    code = "archive_refused"
    message = _(
        "The archive cannot be read (%(problem)s). It may hold 2,000 files and 100 MB unpacked, without a password."
    )


class RowUnreadable(ImportRefused):
    code = "row_unreadable"
    message = _("This row cannot be read (%(problem)s). Correct it in the file and import the file again.")


class UnknownKind(ImportRefused):
    code = "unknown_kind"
    message = _("“%(label)s” is no kind of mark. Known are quote, claim and figure.")


class FieldsInvalid(ImportRefused):
    code = "fields_invalid"
    message = _("A field has a value it cannot have: %(problem)s")


class ArticleUnknown(ImportRefused):
    code = "article_unknown"
    message = _("No article you may see has this text or number. Bring the article in first.")


class QuoteNotFound(ImportRefused):
    code = "quote_not_found"
    message = _("The words “%(exact)s” are not in the text of the article.")


class QuoteAmbiguous(ImportRefused):
    code = "quote_ambiguous"
    message = _("The words “%(exact)s” are in the text several times, and neither place nor surroundings tell which.")


class NothingToExport(BelegError):
    code = "nothing_to_export"
    field = "articles"
    message = _("No article is chosen that you may see. Change the filter, or name other articles.")


class NoAddress(BelegError):
    code = "no_address"
    field = "fetch"
    message = _("This source has no address on the web. Enter one first, or upload a file.")


class TooManyRows(BelegError):
    """`limit` of a sheet."""

    code = "too_many_rows"
    message = _("Excel holds %(limit)s rows. Choose CSV, or fewer articles.")


class ExportNotReady(BelegError):
    code = "export_not_ready"
    message = _("The file is not ready. Ask for the state of the export until it is finished.")


class NothingToLearnFrom(BelegError):
    code = "nothing_to_learn_from"
    message = _("No article is flagged as completely annotated. Flag those in which every quote is marked.")


class KeyRefused(BelegError):
    """`action` and `key` as wished; `reason` is unknown, no_key, reserved, or taken by `other`."""

    code = "key_refused"
    field = "keys"
    message = _("“%(key)s” cannot be the key of “%(action)s”. Choose one character that no other action has.")


class NotAllowed(BelegError):
    code = "not_allowed"
    message = _("Your role does not permit this. Ask the head of the desk.")


class WebhookPaused(BelegError):
    code = "webhook_paused"
    message = _("This webhook is paused. Resume it first: what waits is sent then.")


class WebhooksFull(BelegError):
    code = "webhooks_full"
    message = _("You have %(limit)s webhooks, more are not kept. Delete one that is not needed any more.")


class OutsideFailed(BelegError):
    """Asking an address outside came to nothing."""

    code = "outside_failed"
    field = "url"


class UrlRefused(OutsideFailed):
    code = "url_refused"
    message = _("This is no address of the web: it begins with https:// or http://, without a name or password in it.")


class AddressRefused(OutsideFailed):
    code = "address_refused"
    message = _("“%(host)s” leads into an internal network. Only addresses on the open web are called.")


class NoAnswer(OutsideFailed):
    code = "no_answer"
    message = _("“%(host)s” did not answer: the name, the server or its certificate is wrong. Look at it in a browser.")


class TooSlow(OutsideFailed):
    code = "too_slow"
    message = _("The answer was not complete after %(seconds)s seconds. Try again later.")


class TooLarge(OutsideFailed):
    """`limit` in megabytes."""

    code = "too_large"
    message = _("What was sent has more than %(limit)s MB. Save it yourself and upload the part you need.")


class TooManyRedirects(OutsideFailed):
    code = "too_many_redirects"
    message = _("The address leads on more than %(limit)s times. Enter the address it ends at.")


class KeyReused(BelegError):
    code = "key_reused"
    message = _("This Idempotency-Key came with another request before. Take a new key for a new request.")


class UnknownScope(BelegError):
    code = "unknown_scope"
    field = "scopes"
    message = _("There is no scope “%(unknown)s”. Known: %(known)s.")


class TooManyTokens(BelegError):
    code = "too_many_tokens"
    message = _("There are %(limit)s tokens already, which is as many as one person may have. Revoke one first.")


def shortened(text: str, *, limit: int = 120) -> str:
    """`text` for a sentence: what lies beyond `limit` code points is an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


class CheckRefused(BelegError):
    """What the check of facts does not allow."""


class NotAccepted(CheckRefused):
    code = "not_accepted"
    message = _("Only an accepted mark can be checked. Accept it first, then give your verdict.")


class CorrectionMissing(CheckRefused):
    code = "correction_missing"
    field = "correction"
    message = _("You say this is wrong. Write what is right, so that the author can correct it.")


class QuestionMissing(CheckRefused):
    code = "question_missing"
    field = "question"
    message = _("Write what you want to ask the author.")


class SourceUnknown(CheckRefused):
    code = "source_unknown"
    field = "citations"
    message = _("There is no source with the number %(numbers)s. Search for it, or enter it first.")


class NothingToSign(CheckRefused):
    code = "nothing_to_sign"
    message = _("There is no verdict to countersign. Check the fact first; an open query is not countersigned.")


class FourEyes(CheckRefused):
    code = "four_eyes"
    message = _("You set this verdict yourself: somebody else has to countersign it.")


class NoOpenQuery(CheckRefused):
    code = "no_open_query"
    message = _("There is no question to the author that could be answered.")


class NotInThread(CheckRefused):
    code = "not_in_thread"
    field = "parent"
    message = _("The comment you answer belongs to another mark, or is an answer itself.")


class CommentAnswered(CheckRefused):
    code = "comment_answered"
    message = _("Somebody has answered this comment: it stays. Say in an answer what is different.")


class StillOpen(CheckRefused):
    """`conditions` maps what is open to its number."""

    code = "still_open"
    field = "reason"
    message = _("There are open conditions. Close them, or write why the article is released all the same.")


class NotReleased(CheckRefused):
    code = "not_released"
    message = _("This article has not been released. Change the fact itself instead.")


class MergeRefused(CheckRefused):
    code = "merge_refused"
    message = _("These two cannot be merged: %(problem)s")


class ReasonMissing(CheckRefused):
    code = "reason_missing"
    field = "reason"
    message = _("Write why. The reason stays in the record.")
