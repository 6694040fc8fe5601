"""English ages without a unit: "she is 42", "when he was 16", "children under 12"."""

from __future__ import annotations

import re

_AGED = re.compile(r"(?:[Aa]ged?(?: of| between)?(?: \d{1,3}(?:,| and| or| to))*|[Aa]t age) $")
_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I)(?: is| was|['’]s)(?: (?:only|just|now|already|about|almost|nearly|still))? $"
    r"|\bturn(?:s|ed|ing)? $"
)
_END = re.compile(
    r"\s*(?:$|[.,](?!\d)|[;!?)\n”\"])|\s(?:and|when|at|on|in|this|last|next|today|are|can|must|may|will|should|have|get|pay)\b"
)
_AT = re.compile(r"(?:^|[.!?\n“\"] ?)At $")
_WHO = re.compile(r", (?:he|she|I)\b")
_LIMITED = re.compile(
    r"\b(?:[Cc]hildren|[Pp]eople|[Aa]dults|[Ww]omen|[Mm]en|[Kk]ids|[Tt]hose|[Aa]nyone|[Ee]veryone|[Pp]ensioners)"
    r" (?:under|over|above) $"
)
_OLDEST = 120


def tells_age(text: str, start: int, end: int, value: int) -> bool:
    """Whether the bare number at `[start, end)` is somebody's age."""
    before = max(0, start - 28)
    if _AGED.search(text, before, start):
        return True
    if not 0 < value <= _OLDEST:
        return False
    if _WHO.match(text, end) and _AT.search(text, max(0, start - 6), start):
        return True
    if _END.match(text, end) is None:
        return False
    return _IS.search(text, before, start) is not None or _LIMITED.search(text, before, start) is not None
