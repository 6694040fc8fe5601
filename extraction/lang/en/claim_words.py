"""English words that make a claim more or less worth checking, written as in the German pack."""

from __future__ import annotations

STEMS = {
    "casualties": "dead. died. dies. killed injured wounded casualt deaths. death. fatal murdered body. bodies.",
    "official_act": (
        "approved adopted signed ratified appointed dismissed sacked resigned resignation imposed ordered "
        "rejected arrested detained elected election agreed agreement passed. granted revoked withdrew closed. "
        "launched suspended seized accepted banned"
    ),
    "law": (
        "law. laws. legal court judge sentenced verdict treaty treaties sanction resolution embargo constitution "
        "violat illegal banned prosecut charged. lawsuit sued. fine. fined. warrant"
    ),
    "arms": (
        "weapon missile rocket ammunition artillery shell. shells. tank. tanks. drone nuclear military soldier "
        "army troops war. attack bomb fighter navy. airforce satellite"
    ),
    "accusation": "accus alleg suspect corrupt fraud bribe abuse lied. cover-up manipulat embezzl",
    "crime": "murder robbery theft stole stolen kidnap rape. assault shooting shot. stabbed arson burglar terror",
    "extreme": "first. only. largest biggest highest longest oldest youngest lowest smallest worst record. never",
    "institution": (
        "government ministry minister president parliament senate congress kremlin police court. nato. un. eu. "
        "commission party. company university institute bank. agency embassy mayor council union."
    ),
    "unnamed_source": "expert insider observer analyst witnesses sources. officials diplomats",
    "cause": "because. therefore caused led. due. result. reason.",
    "offer": "offered offer. pledged promised guaranteed supplied delivered",
    "possibility": "could. might. possibly perhaps maybe potentially",
    "told_speech": "praised thanked welcomed congratulated regretted criticised criticized urged stressed",
    "colour": "suit. dress. smiled laughed handshake hugged waved carpet photo. photos. sunny applause cheered",
    "evaluation": (
        "important good. bad. symbolic friendship historic great. significant pleased scandal embarrassing "
        "impressive happy. proud. disappoint dangerous interesting successful worried hope."
    ),
    "vague": "some. several recently presumably probably apparently soon. hardly",
    "first_person": "i. we. me. us. our. my.",
}
