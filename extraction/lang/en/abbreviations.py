"""English abbreviations with a full stop, lower case and without it, as sentence splitting needs them."""

from __future__ import annotations

from extraction.lang.words import word_set

# A name or number follows: these never end a sentence.
NEVER_LAST = word_set("""
    mr mrs ms dr prof st gen col lt sgt capt rev hon sen rep gov no vs fig vol ed jan feb mar apr aug sept oct nov
    dec approx est dept univ messrs mt ft
""")
# A sentence may end with these, if the next word looks like a beginning.
SOMETIMES_LAST = word_set("""
    inc ltd co corp jr sr etc a b c d e f g h i j k l m n o p q r s t u v w x y z
""")
# Capitalised words that begin a sentence.
STARTERS = word_set("""
    the a an he she it they we you i this that these those there here his her its their our my in on at by for from
    with as but and or so if when while after before since although however then now what who why how where no not
    yes some many most all both each other another such to of
""")
BEFORE_ORDINALS: frozenset[str] = frozenset()
