"""Quotation marks as German, Austrian and Swiss newsrooms type them: opener → its closers.

Which of two marks of the same shape opens is told by the spaces around them; see `extraction.quotes.marks`.
"""

from __future__ import annotations

from collections.abc import Mapping

PAIRS: Mapping[str, str] = {
    "„": '“”"„',  # the closer is now and then typed as an opener
    "‚": "‘’'",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "“": '”"“',
    "”": "”",
    "‘": "’‘",
    '"': '"“”',
    "'": "'",
}
