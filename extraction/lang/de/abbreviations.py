"""German abbreviations with a full stop, lower case and without it, as sentence splitting needs them."""

from __future__ import annotations

from extraction.lang.de.titles import DEGREES
from extraction.lang.words import word_set

# A name or number follows: these never end a sentence.
NEVER_LAST = (
    word_set("""
    st nr bzw ca vgl hl bd abs art co gebr gen tel zb bspw ggf evtl inkl exkl max min
    jun sen frl hr fr ob reg str pl hg hrsg sog sogen geb gest verh ehem allg bes dt österr schweiz amtl
    kath ev jan feb febr mär apr jul aug sept sep okt nov dez mo di mi do sa so kgl ehrw
""")
    | {degree for degree in DEGREES if len(degree) > 1}  # a single letter may end a sentence: "Vitamin C."
)
# A sentence may end with these, if the next word looks like a beginning.
SOMETIMES_LAST = word_set("""
    usw etc mio mrd tsd std min sek uhr jh jhd chr a d s u z b h i o e v n k ff f g m c p t x r w
""")
# Capitalised words that begin a sentence rather than go on a date ("am 3. Oktober") or a name.
STARTERS = word_set("""
    der die das den dem des ein eine einen einem einer er sie es wir ich man ihr sein seine ihre im in am an auf aus
    bei beim bis da dabei dafür dagegen daher damit danach dann daran darauf darüber darum dazu denn dennoch deshalb
    dies diese dieser dieses doch dort durch für gegen hier hinter ja jetzt kein keine laut mit nach nachdem neben
    nicht noch nun nur ob obwohl ohne seit so sollte trotz über um und unter viele vom von vor während was weil wenn
    wer wie wo zu zudem zum zur zuvor zwar zwei auch als aber allerdings alle beide heute gestern insgesamt
""")
# Behind these a number of three digits counts: "zum 100. Geburtstag"; "im 300." would be a year.
BEFORE_ORDINALS = word_set("""
    der die das des dem den zum zur seinem seinen seines seiner ihrem ihren ihres ihrer sein ihr unserem unseren
""")
