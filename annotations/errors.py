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
├── StaleRevision               somebody else changed the annotation since it was read
├── InBin                       the annotation has to be taken out of the bin first
├── UndoRefused                 what is to be undone has changed since
├── NotThere                no annotation or event of that number
├── NothingToLearnFrom      no article is flagged as completely annotated
└── NotAllowed                  the person's role does not permit it

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
    """`annotation` is the current state; the transport shows it in its own form."""

    code = "stale_revision"
    message = _(
        "Not saved: somebody has changed this mark in the meantime. Look at its present state and decide again."
    )

    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation
        super().__init__()


class InBin(BelegError):
    code = "in_bin"
    message = _("This mark lies in the bin. Restore it first.")


class UndoRefused(BelegError):
    code = "undo_refused"
    message = _("This cannot be undone: the mark has been changed since.")


class NotThere(BelegError):
    code = "not_there"
    message = _("There is nothing with the number %(number)s.")


class NothingToLearnFrom(BelegError):
    code = "nothing_to_learn_from"
    message = _("No article is flagged as completely annotated. Flag those in which every quote is marked.")


class NotAllowed(BelegError):
    code = "not_allowed"
    message = _("Your role does not permit this. Ask the head of the desk.")


def shortened(text: str, *, limit: int = 120) -> str:
    """`text` for a sentence: what lies beyond `limit` code points is an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
