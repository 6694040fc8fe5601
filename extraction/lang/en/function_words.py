"""English closed word classes, lower case."""

from __future__ import annotations

from extraction.lang.words import word_set

DETERMINERS = word_set("""
    the a an this that these those his her its their our my your some many several two three four five six seven
    eight nine ten both all each every another other no any most few more one
""")
SUBJECT_PRONOUNS = word_set("he she they it we i you who")
OBLIQUE_PRONOUNS = word_set("him them us me himself herself itself themselves there what")
PREPOSITIONS = word_set("""
    of in on at by for from with to about after before during over under between into through against without within
    near since until despite amid among per via than as like across around behind beyond toward towards upon off
""")
ATTRIBUTIVE = word_set("of for")
SUBORDINATORS = word_set("because when while if although though since after before until unless whereas as once")
RELATIVES = word_set("which who whom whose where that")
QUESTION_WORDS = word_set("what who whom whose which why how when where")
COORDINATORS = word_set("and but or nor yet so")
AUXILIARIES = word_set("""
    is are was were am be been being has have had do does did will would can could may might must shall should isn't
    aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't shouldn't
    it's he's she's they're we're i'm there's that's we've they've i've we'll they'll he'll she'll i'll
""")
ADVERBS = word_set("""
    also then now later earlier still already however meanwhile yesterday today tomorrow again never always often
    just only even not here there very too quite almost nearly publicly reportedly recently previously separately
    additionally finally instead
""")
TEMPORAL = word_set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december morning afternoon evening night week month year day days weeks months years
    monday's tuesday's hours
""")
NEGATIONS = word_set("not never no didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't declined refused")
IRREGULAR_PASTS = word_set("""
    went came took made got gave found left lost won met held kept led paid sent built bought brought caught fell felt
    grew knew ran saw sat spoke stood struck taught threw wrote rose drove began broke chose became put set cut hit let
    goes comes takes makes gets gives finds means remains died tied lied
""")
CLOSED = (
    DETERMINERS
    | SUBJECT_PRONOUNS
    | OBLIQUE_PRONOUNS
    | PREPOSITIONS
    | SUBORDINATORS
    | RELATIVES
    | QUESTION_WORDS
    | COORDINATORS
    | AUXILIARIES
    | ADVERBS
)
