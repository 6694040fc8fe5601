"""English verbs of attribution: base form, third person and past for regular ones, all three for the others."""

from __future__ import annotations

from functools import cache

from extraction.quotes.grammar import CueClass

# "say:says:said" gives irregular forms; a bare word is regular. The participle is taken to equal the past.
CUE_VERBS: dict[CueClass, str] = {
    CueClass.SAY: """
        say:says:said tell:tells:told state add announce report explain confirm claim insist note argue
        write:writes:wrote declare warn acknowledge admit concede reply respond answer reveal disclose mention
        observe remark stress emphasize emphasise reiterate maintain contend assert allege affirm testify recall
        recount comment conclude tweet post deny:denies:denied point:points:pointed caution quip joke shout whisper
        cry:cries:cried read:reads:read
    """,
    CueClass.THINK: """
        think:thinks:thought believe expect hope fear:fears:feared estimate assume predict doubt suggest suspect
        speculate feel:feels:felt worry:worries:worried
    """,
    CueClass.DEMAND: """
        demand urge ask call:calls:called order request propose recommend promise pledge vow threaten offer agree
        decide plan
    """,
    CueClass.ASK: "wonder inquire enquire question",
    CueClass.JUDGE: "praise criticize criticise condemn welcome thank blame accuse applaud denounce dismiss",
    CueClass.SHOW: "show indicate demonstrate find:finds:found",
}
TOLD_VERBS = frozenset(["praise", "criticize", "criticise", "condemn", "welcome", "thank", "denounce", "applaud"])


def _regular(base: str) -> tuple[str, ...]:
    past = base + "d" if base.endswith("e") else base + "ed"
    third = base + "es" if base.endswith(("s", "sh", "ch")) else base + "s"
    return base, third, past


@cache
def forms() -> dict[str, tuple[str, CueClass]]:
    """Written form → lemma and class."""
    table: dict[str, tuple[str, CueClass]] = {}
    for cue_class, listed in CUE_VERBS.items():
        for entry in listed.split():
            written = tuple(entry.split(":")) if ":" in entry else _regular(entry)
            for form in written:
                table.setdefault(form, (written[0], cue_class))
    return table
