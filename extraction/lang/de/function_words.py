"""German closed word classes, lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COORDINATORS = _words("und oder aber sondern denn doch sowie jedoch beziehungsweise bzw")
THAT = _words("dass daß")
WHETHER = _words("ob")
QUESTION_WORDS = _words(
    "wer wen wem wessen was wie wo wann warum weshalb wieso weswegen wohin woher womit wovon wodurch wofür wogegen "
    "woran worauf woraus worin worüber worum wozu inwiefern inwieweit welche welcher welches welchen welchem wieviel"
)
SUBORDINATORS = _words(
    "weil wenn als nachdem während obwohl obgleich da damit sodass falls bevor ehe bis seit seitdem sobald solange "
    "indem zumal wie wonach woraufhin wobei sofern soweit sowie nachdem weshalb womit wodurch wogegen wohingegen"
)
RELATIVES = _words("der die das dem den deren dessen denen welche welcher welches welchem welchen was wo wer")
INFINITIVE_OPENERS = _words("um ohne statt anstatt")

DEFINITE = _words("der die das dem den des")
ARTICLES = DEFINITE | _words("ein eine einen einem einer eines kein keine keinen keinem keiner keines")
POSSESSIVES = frozenset(
    stem + ending
    for stem in ("sein", "ihr", "unser", "mein", "dein", "euer")
    for ending in ("", "e", "en", "em", "er", "es")
)
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | _words(
        "dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller "
        "beide beiden mehrere mehreren einige einigen viele vielen zwei drei vier fünf sechs sieben acht neun zehn "
        "zahlreiche zahlreichen manche manchen andere anderen weitere weiteren solche solchen dessen deren zwölf elf "
        "derselbe dieselbe viele verschiedene verschiedenen etliche sämtliche"
    )
)
# "der" is nominative (masculine), genitive and dative (feminine); the forms below can never be a subject.
NO_SUBJECT = _words(
    "dem den des einem einen eines einer seinem seinen seines ihrem ihren ihres diesem diesen dieses keinem keinen "
    "ihm ihn ihnen mir mich dir dich uns euch sich jedem jeden"
)
PRONOUNS = _words("er sie es man wir ich dieser diese jener jene beide viele einige manche andere niemand jemand")
SUBJECT_PRONOUNS = _words("er sie man wir ich dieser diese jener jene letzterer letztere beide")
OBLIQUE_PRONOUNS = _words("ihm ihn ihr ihnen mir mich dir dich uns euch sich einander dies das es etwas nichts")

PREPOSITIONS = _words(
    "am im ab an auf aus außer bei beim bis durch entgegen entlang für gegen gegenüber gemäß hinter in infolge "
    "innerhalb ins laut mit mithilfe nach neben ohne per pro seit statt trotz über um unter vom von vor vorm während "
    "wegen wider zu zum zur zufolge zwischen angesichts anlässlich aufgrund mittels samt nahe ans aufs übers"
)
# Prepositions that join an attribute to a name or an office: "Sprecher der Polizei in Essen".
ATTRIBUTIVE = _words("von vom für aus in im am an zur zum bei beim der des auf über gegen zu")
TEMPORAL = _words(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni "
    "juli august september oktober november dezember morgen mittag nachmittag abend vormittag nacht tag tage tagen "
    "woche wochen monat monats jahr jahre jahres jahren uhr anfang ende mitte wochenende vortag montagabend "
    "montagmorgen dienstagabend dienstagmorgen mittwochabend mittwochmorgen donnerstagabend donnerstagmorgen "
    "freitagabend freitagmorgen samstagabend sonntagabend sonntagmorgen"
)
ADVERBS = _words(
    "auch noch nun jetzt heute gestern morgen zudem außerdem ferner weiter weiterhin allerdings jedoch aber dabei "
    "danach dazu dann darauf daraufhin dort hier bereits schon erneut wieder zuvor zunächst zugleich gleichzeitig "
    "anschließend später schließlich indes indessen unterdessen inzwischen mittlerweile hingegen dagegen dennoch "
    "trotzdem deshalb daher darum somit so nur erst nicht sehr offenbar offiziell öffentlich kürzlich jüngst abends "
    "morgens mittags nachmittags sofort bislang bisher damals einst ebenfalls ebenso gleichfalls selbst sogar wörtlich "
    "sinngemäß ausdrücklich demonstrativ abschließend eingangs einmal mehrfach mehrmals wiederholt immer nie oft "
    "manchmal vielmehr unter anderem überdies darüber hinaus seinerseits ihrerseits wiederum lediglich vor allem "
    "gar ganz eher etwa beispielsweise insbesondere vorsorglich knapp kurz lapidar scharf deutlich klar"
)

HAVE = _words("hat haben hatte hatten habe hätte hätten")
PASSIVE = _words("wird werden wurde wurden werde würde würden worden")
BE = _words("ist sind war waren sei seien wäre wären")
MODALS = _words(
    "will wollen wollte wollten wolle kann können konnte konnten könne könnte könnten muss müssen musste mussten müsse "
    "müsste soll sollen sollte sollten solle darf dürfen durfte durften dürfe möchte möchten mag mögen ließ ließen "
    "lässt lassen wird werden werde würde würden"
)
NEGATIONS = _words("nicht kein keine keinen keinem keiner keinerlei nie niemals weder niemand nichts")
# Forms that look like a first subjunctive and are mostly something else.
NO_SUBJUNCTIVE = _words(
    "sichere nähere reiche laute weise lange bitte danke weiche feste bekannte verwandte gesandte leichte ordne "
    "schlage stelle sorge freude frage folge lage reise rede weite ende ehre feiere rate"
) - _words("stelle sorge frage folge rede")
