"""German closed word classes, lower case."""

from __future__ import annotations

from extraction.lang.words import word_list, word_set

COORDINATORS = word_set("und oder aber sondern denn doch sowie jedoch beziehungsweise bzw")
THAT = word_set("dass daß")
WHETHER = word_set("ob")
QUESTION_WORDS = word_set("""
    wer wen wem wessen was wie wo wann warum weshalb wieso weswegen wohin woher womit wovon wodurch wofür wogegen
    woran worauf woraus worin worüber worum wozu inwiefern inwieweit welche welcher welches welchen welchem wieviel
""")
SUBORDINATORS = word_set("""
    weil wenn als nachdem während obwohl obgleich da damit sodass falls bevor ehe bis seit seitdem sobald solange
    indem zumal wie wonach woraufhin wobei sofern soweit sowie weshalb womit wodurch wogegen wohingegen
""")
RELATIVES = word_set("der die das dem den deren dessen denen welche welcher welches welchem welchen was wo wer")
INFINITIVE_OPENERS = word_set("um ohne statt anstatt")

DEFINITE = word_set("der die das dem den des")
ARTICLES = DEFINITE | word_set("ein eine einen einem einer eines kein keine keinen keinem keiner keines")
POSSESSIVES = frozenset(
    stem + ending
    for stem in ("sein", "ihr", "unser", "mein", "dein", "euer")
    for ending in ("", "e", "en", "em", "er", "es")
)
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | word_set("""
        dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller
        beide beiden mehrere mehreren einige einigen viele vielen zwei drei vier fünf sechs sieben acht neun zehn
        zahlreiche zahlreichen manche manchen andere anderen weitere weiteren solche solchen dessen deren zwölf elf
        derselbe dieselbe verschiedene verschiedenen etliche sämtliche
    """)
)
# "der" is nominative (masculine), genitive and dative (feminine); the forms below can never be a subject.
NO_SUBJECT = word_set("""
    dem den des einem einen eines einer seinem seinen seines ihrem ihren ihres diesem diesen dieses keinem keinen
    ihm ihn ihnen mir mich dir dich uns euch sich jedem jeden
""")
PRONOUNS = word_set("""
    er sie es man wir ich dieser diese jener jene beide viele einige manche andere niemand jemand
""")
SUBJECT_PRONOUNS = word_set(
    "er sie man wir ich dieser diese jener jene letzterer letztere beide niemand jemand einige manche viele"
)
OBLIQUE_PRONOUNS = word_set("ihm ihn ihr ihnen mir mich dir dich uns euch sich einander dies das es etwas nichts")

ANTECEDENTS_OF_WAS = word_set("""
    alles allem das dem dessen etwas nichts vieles vielem manches einiges weniges mehreres beste besten schlimmste
    schlimmsten einzige einzigen erste ersten letzte letzten mindeste mindesten höchste höchsten wenigste wenigsten
""")  # "alles, was er hat": the rest tells of a whole clause ("…, was viele ärgert")
PREPOSITIONS = word_set("""
    am im ab an auf aus außer bei beim bis durch entgegen entlang für gegen gegenüber gemäß gemäss hinter in infolge
    innerhalb ins laut mit mithilfe nach neben ohne per pro seit statt trotz über um unter vom von vor vorm während
    wegen wider zu zum zur zufolge zwischen angesichts anlässlich aufgrund mittels samt nahe ans aufs übers
""")
# Prepositions that join an attribute to a name or an office: "Sprecher der Polizei in Essen".
ATTRIBUTIVE = word_set("ohne um von vom für aus in im am an bei beim der des auf über gegen zu")
TEMPORAL = word_set("""
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni
    juli august september oktober november dezember morgen mittag nachmittag abend vormittag nacht tag tage tagen
    woche wochen monat monats jahr jahre jahres jahren uhr anfang ende mitte wochenende vortag montagabend
    montagmorgen dienstagabend dienstagmorgen mittwochabend mittwochmorgen donnerstagabend donnerstagmorgen
    freitagabend freitagmorgen samstagabend sonntagabend sonntagmorgen
""")
ADVERBS = word_set("""
    auch noch nun jetzt heute gestern morgen zudem außerdem ferner weiter weiterhin allerdings jedoch aber dabei
    danach dazu dann darauf daraufhin dort hier bereits schon erneut wieder zuvor zunächst zugleich gleichzeitig
    anschließend später schließlich indes indessen unterdessen inzwischen mittlerweile hingegen dagegen dennoch
    trotzdem deshalb daher darum somit so nur erst nicht sehr offenbar offiziell öffentlich kürzlich jüngst abends
    morgens mittags nachmittags sofort bislang bisher damals einst ebenfalls ebenso gleichfalls selbst sogar
    wörtlich sinngemäß ausdrücklich demonstrativ abschließend eingangs einmal mehrfach mehrmals wiederholt immer nie
    oft manchmal vielmehr unter anderem überdies darüber hinaus seinerseits ihrerseits wiederum lediglich vor allem
    gar ganz eher etwa beispielsweise insbesondere vorsorglich knapp kurz lapidar scharf deutlich klar
    darin daran dazwischen dahinter deswegen dorthin drinnen draußen drüben erstmals früher gleichwohl hierauf hierbei
    hierdurch hierfür hiergegen hiermit hierzu hierzulande hinterher insgesamt irgendwann jedenfalls künftig längst
    meist mitunter nachts nunmehr ohnehin seither selten sodann sonst stets tags unlängst vorerst vorgestern vorher
    währenddessen weiters zeitgleich anfangs ansonsten vorab sicherheitshalber hinzu stattdessen folglich
""")

HAVE = word_set("hat haben hatte hatten habe hätte hätten")
PASSIVE = word_set("wird werden wurde wurden werde würde würden worden")
BE = word_set("ist sind war waren sei seien wäre wären")
MODALS = word_set("""
    will wollen wollte wollten wolle kann können konnte konnten könne könnte könnten muss müssen musste mussten
    müsse müsste müssten soll sollen sollte sollten solle darf dürfen durfte durften dürfe dürfte dürften möchte
    möchten mag mögen mochte mochten ließ ließen lässt lassen lasse liesse ließe wird werden werde würde würden
""")
# Right behind a verb they say that it has the subject of the verb before.
CONTRASTING = word_set("aber jedoch zugleich gleichzeitig zudem allerdings dann")
NEGATIONS = word_set("nicht kein keine keinen keinem keiner keinerlei nie niemals weder niemand nichts")
# Forms that look like a first subjunctive and are mostly something else.
NO_SUBJUNCTIVE = word_set("""
    möchte möchten sichere nähere reiche laute weise lange bitte danke weiche feste bekannte verwandte gesandte
    leichte ordne schlage stelle sorge freude frage folge lage reise rede weite ende ehre feiere rate
""") - word_set("stelle sorge frage folge rede")

# Adjectives that look like prefixed verbs.
NO_VERBS = word_set("""
    bekannte bekannten verwandte verwandten anstelle unterste untersten überfällig erhabene beliebte
""")
# What is no noun even where a sentence begins with it.
CLOSED = (
    COORDINATORS
    | THAT
    | WHETHER
    | QUESTION_WORDS
    | SUBORDINATORS
    | DETERMINERS
    | PRONOUNS
    | OBLIQUE_PRONOUNS
    | PREPOSITIONS
    | ADVERBS
    | word_set("""
        denen dessen deren
        bezüglich ebenso sinngemäß insbesondere besonders dadurch darunter davor davon hierzu hierbei zuletzt zuerst
        zwar trotz obwohl entsprechend überraschend seitens hinsichtlich laut insofern immerhin demgegenüber demnach
        demzufolge übrigens natürlich tatsächlich vielleicht möglicherweise eigentlich leider zumindest mindestens
        höchstens mehr weniger ansonsten andernfalls einerseits andererseits erstens zweitens drittens letztlich
        ursprünglich vermutlich angeblich offensichtlich anscheinend sicherlich gewiss ja nein nachdem damals
        überall nirgends bald derzeit gegenwärtig momentan neuerdings dafür daraus daneben zusammen gemeinsam
        langfristig kurzfristig mittelfristig stattdessen somit folglich infolgedessen folgendes
    """)
)

# Separable verb particles.
PARTICLES = word_list("""
    ab an auf aus bei bereit bevor bloß dar durch ein entgegen fern fest fort frei her heraus herbei herein herum
    herunter hervor hin hinaus hinein hinzu klar los mit nach nahe nieder offen sicher statt still teil um unter
    voran voraus vorbei vor vorweg wahr weg weiter wett wieder zu zurück zusammen
""")
