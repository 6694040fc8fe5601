"""Cuts a stretch of text into clauses that state one fact each, by the conventions for claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from extraction.claims.pack import ClaimPack, Verbal
from extraction.spans import Span

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\d(?:\w|[.,:](?=\d))*|\s[–—-]\s|[,;:()„“”\"»«]")
_BREAKS = frozenset(",;:")
_MARKS = " \t\n,;:.!?…–—-„“”\"»«‚‘’'()"
SHORTEST_CONJUNCT = 5  # words; "und lächelte breit" needs no check of its own
RANK_WITHIN = 3  # words from the beginning of an apposition: "seine erste Auslandsreise"
MIN_LENGTH = 12  # code points; shorter pieces state nothing
_LEADING = re.compile(r"[\s,;:.!?…–—„“”\"»«‚‘()-]+")
_JOINT = re.compile(r"[\s,]*([^\W\d_]+)\s+")
_QUOTES = '„“”"»«‚‘'


class Token(NamedTuple):
    start: int
    end: int
    lower: str
    verbal: Verbal
    is_capital: bool


@dataclass
class Piece:
    """A stretch between two breaks.

    `kind`: main; inverted (begins with its verb); loose (its only verb may be a participle); cut; relative; kept;
    frame; rank (no verb, but a rank that can be checked); part (no finite verb of its own).
    """

    start: int
    end: int
    kind: str
    tokens: list[Token] = field(default_factory=list)


class Clause(NamedTuple):
    start: int
    end: int
    kind: str  # main, cut, relative, apposition


def tokens_of(text: str, span: Span, pack: ClaimPack) -> list[Token]:
    """Words with their verbal force, and the signs that break clauses."""
    tokens: list[Token] = []
    previous = ""
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        lower = word.lower()
        force = Verbal.NONE
        if word[0].isalpha() and (word[0].islower() or not tokens or previous in _QUOTES or previous == ":"):
            force = pack.verbal(lower)
            if force is Verbal.WEAK and previous in pack.infinitive_marker:
                force = Verbal.NONE
        tokens.append(Token(match.start(), match.end(), lower, force, word[0].isupper()))
        previous = lower.strip()
    return tokens


def split_clauses(text: str, span: Span, pack: ClaimPack) -> list[Clause]:
    """The clauses of `span` that can be claims, in text order; a medial relative clause stands beside its host."""
    pieces = _pieces(tokens_of(text, span, pack), pack)
    clauses = _joined(pieces, pack)
    trimmed = [_trim(text, clause, pack) for clause in clauses]
    return [clause for clause in trimmed if clause.end - clause.start >= MIN_LENGTH]


def _pieces(tokens: Sequence[Token], pack: ClaimPack) -> list[Piece]:
    pieces: list[Piece] = []
    current: list[Token] = []
    for place, token in enumerate(tokens):
        sign = token.lower.strip()
        if sign in _BREAKS or (len(token.lower) == 3 and sign in "–—-"):
            pieces += _coordinated(current, pack, more_behind=place < len(tokens) - 2)
            current = []
        else:
            current.append(token)
    return [piece for piece in pieces + _coordinated(current, pack, more_behind=False) if piece.tokens]


def _coordinated(tokens: list[Token], pack: ClaimPack, *, more_behind: bool) -> list[Piece]:
    """One piece, or several where coordinators join finite verbs."""
    if not tokens:
        return []
    starts = [0, *(place + 1 for place in _splits(tokens, pack, more_behind=more_behind))]
    stops = [*(start - 1 for start in starts[1:]), len(tokens)]
    pieces = [_piece(tokens[start:stop], pack) for start, stop in zip(starts, stops, strict=True)]
    kinds = [piece.kind for piece in pieces]
    for before, piece in zip(kinds, pieces[1:], strict=False):
        piece.kind = _conjunct_kind(piece.kind, before)
    return pieces


def _conjunct_kind(kind: str, before: str) -> str:
    """What follows the coordinator is a clause of the same kind as what precedes it."""
    if kind == before == "kept":
        return "cut"  # "dass …, und dass …" are two facts
    if kind in ("part", "loose", "main", "inverted"):
        return before if before in ("relative", "cut") else "main"
    return kind


def _splits(tokens: list[Token], pack: ClaimPack, *, more_behind: bool) -> Iterator[int]:
    """The coordinators with a finite verb on both sides that is not merely part of a verb chain."""
    behind = list(accumulate((token.verbal for token in reversed(tokens)), max))[::-1]  # the force from each on
    before, has_auxiliary = Verbal.NONE, False
    for place, token in enumerate(tokens[:-1]):
        if token.lower in pack.coordinators and before is not Verbal.NONE:
            size, right = len(tokens) - place - 1, behind[place + 1]
            if right is not Verbal.STRONG and _joins_nouns(tokens, place, pack):
                continue
            is_long = size >= SHORTEST_CONJUNCT or more_behind or pack.is_report(tokens[place + 1].lower)
            if is_long and (right is Verbal.STRONG or (right is not Verbal.NONE and not has_auxiliary)):
                yield place
                before, has_auxiliary = Verbal.NONE, False
                continue
        before = max(before, token.verbal)
        has_auxiliary = has_auxiliary or token.lower in pack.auxiliaries


def _joins_nouns(tokens: list[Token], place: int, pack: ClaimPack) -> bool:
    """ "zeigen sich die Chefs von Amt und Rat entschlossen": nouns behind a preposition, and the end a participle."""
    follows_preposition = any(token.lower in pack.prepositions for token in tokens[max(0, place - 3) : place - 1])
    are_nouns = tokens[place - 1].is_capital and tokens[place + 1].is_capital
    return follows_preposition and are_nouns and not any(token.verbal for token in tokens[place + 1 : -1])


def _force(tokens: Sequence[Token]) -> Verbal:
    return max((token.verbal for token in tokens), default=Verbal.NONE)


def _piece(tokens: list[Token], pack: ClaimPack) -> Piece:
    words = [token for token in tokens if token.lower[0].isalnum()]
    kind = "main" if _force(tokens) else "part"
    if words and kind == "main":
        kind = _opened(words, pack)
    elif words and words[0].lower in pack.kept:
        kind = "kept"
    elif any(token.lower in pack.ranks for token in words[:RANK_WITHIN]):
        kind = "rank"
    return Piece(tokens[0].start, tokens[-1].end, kind, tokens)


def _opened(words: list[Token], pack: ClaimPack) -> str:
    first = words[0].lower
    second = _lower(words, 1)
    if first in pack.coordinators and second:
        first, second = second, _lower(words, 2)
    if first in pack.kept:
        return "kept"
    if _is_subordinate(words, pack):
        if first in pack.frames:
            return "frame"
        if first in pack.cut:
            return "cut"
        behind = first in pack.prepositions and second in pack.relatives
        if first in pack.relatives or (behind and not pack.is_article(second, _lower(words, 2))):
            return "relative"
    if words[0].verbal is Verbal.STRONG:
        return "inverted"
    return "main" if _force(words) is Verbal.STRONG or words[-1].verbal is Verbal.NONE else "loose"


def _lower(words: list[Token], place: int) -> str:
    return words[place].lower if place < len(words) else ""


def _is_subordinate(words: list[Token], pack: ClaimPack) -> bool:
    """Whether the place of the verb lets the clause be a subordinate one: "der siegte" is, "der hat gesiegt" is not."""
    if not pack.is_verb_last:
        return True
    is_late = max((i for i, token in enumerate(words) if token.verbal), default=0) >= 2
    return is_late and words[1].verbal is not Verbal.STRONG


class _Joiner:
    """Puts pieces together to clauses: parts and kept clauses go to their host, the others stand by themselves."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.host: Clause | None = None
        self.is_open = False  # the host still waits for its main clause
        self.is_finite = False  # it has a finite verb, if only in a kept clause
        self.awaits_main = False  # a condition or subordinate clause stands first

    def take(self, piece: Piece, *, more: bool) -> None:
        kind = "part" if piece.kind == "loose" and self.host is not None else piece.kind
        if kind == "frame":
            self.close()
        elif kind in ("cut", "relative", "rank") and self.host is not None:
            self._side(piece, "apposition" if kind == "rank" else kind, more=more)
        elif self.host is not None and self._belongs(kind):
            self.host = self.host._replace(end=piece.end)
            self.is_finite = self.is_finite or _force(piece.tokens) is not Verbal.NONE
            self.is_open = self.is_open and kind in ("part", "kept")
            self.awaits_main = False
        elif kind in ("part", "kept") and self.clauses and self.host is None:
            self.clauses[-1] = self.clauses[-1]._replace(end=piece.end)
        elif kind == "rank":
            self.clauses.append(Clause(piece.start, piece.end, "apposition"))
        else:
            self._open(piece, kind)

    def _belongs(self, kind: str) -> bool:
        return kind in ("part", "kept") or self.is_open or (self.awaits_main and kind == "inverted")

    def _side(self, piece: Piece, kind: str, *, more: bool) -> None:
        """A clause of its own beside the host; a medial one leaves the host open for what follows."""
        if self.is_open and not self.is_finite and more and self.host is not None:
            self.host = self.host._replace(end=piece.end)
        else:
            self.close()
        self.clauses.append(Clause(piece.start, piece.end, kind))

    def _open(self, piece: Piece, kind: str) -> None:
        self.close()
        self.host = Clause(piece.start, piece.end, kind if kind in ("cut", "relative") else "main")
        self.is_open = kind in ("part", "kept")
        self.is_finite = _force(piece.tokens) is not Verbal.NONE
        self.awaits_main = kind == "inverted"

    def close(self) -> None:
        if self.host is not None and (self.is_finite or not self.is_open):
            self.clauses.append(self.host)
        self.host, self.is_open, self.awaits_main = None, False, False


def _joined(pieces: list[Piece], pack: ClaimPack) -> list[Clause]:
    joiner = _Joiner()
    for index, piece in enumerate(pieces):
        if index and pieces[index - 1].kind == "part" and piece.tokens[0].lower in pack.kept:
            piece.kind = "kept"  # "…, der nicht nur auf die Halle, sondern auf das Haus übergriff"
        joiner.take(piece, more=index + 1 < len(pieces))
    joiner.close()
    return sorted(set(joiner.clauses), key=lambda clause: (clause.start, -clause.end))


def _trim(text: str, clause: Clause, pack: ClaimPack) -> Clause:
    """Without white space, punctuation, the marks that enclose the whole, and a coordinator in front."""
    start, end = clause.start, clause.end
    joint = _JOINT.match(text, start, end)
    if joint and joint.group(1).lower() in pack.coordinators:
        start = joint.end()
    leading = _LEADING.match(text, start, end)
    opens_passage = text[start] in _QUOTES and text[start + 1] not in " ,;.:" and _closes_inside(text, start, end)
    if leading and not opens_passage:
        start = leading.end()
    while end > start and text[end - 1] in _MARKS:
        is_closing = text[end - 1] in _QUOTES and any(mark in text[start : end - 1] for mark in '„“"»«')
        if is_closing and text[end - 2] not in ".,!?…":
            break
        end -= 1
    return clause._replace(start=start, end=end)


def _closes_inside(text: str, start: int, end: int) -> bool:
    return any(mark in text[start + 1 : end - 1] for mark in '“”"«»')
