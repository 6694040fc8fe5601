"""Frames without a verb, and the nouns that open a content clause. Lower case; compounds match by their end."""

from __future__ import annotations

from extraction.lang.words import word_set

# "nach Angaben der Polizei", "nach Ansicht von X": nouns after "nach" that make it a frame.
SOURCE_NOUNS = word_set("""
    vorhersage vorhersagen stellungnahme bewertung vernehmen wunsch angabe angaben aussage aussagen ansicht
    ansichten meinung meinungen auffassung auffassungen einschätzung einschätzungen überzeugung darstellung
    darstellungen worten bericht berichten informationen information erkenntnissen erkenntnis schätzung schätzungen
    berechnungen berechnung mitteilung mitteilungen auskunft agenturberichten medienberichten zeitungsberichten
    presseberichten augenzeugenberichten prognose prognosen umfrage umfragen beobachtung beobachtungen untersuchung
    untersuchungen studie studien vorstellung vorstellungen willen dafürhalten erklärung erklärungen behauptung
    behauptungen analyse analysen lesart urteil bekunden ermittlungen hochrechnungen hochrechnung meldung meldungen
    erfahrung erfahrungen zählung schilderung schilderungen gerüchten gerüchte zeugenaussagen augenzeugen medien
    medieninformationen presseangaben polizeiangaben vorwürfen zeugen vermutung vermutungen ankündigung quellen
    veröffentlichung veröffentlichungen planungen idee stand endergebnis zwischenergebnis statistik statistiken
    eindruck interpretation deutung kalkulation argumentation ausführungen äußerungen bekundungen beteuerungen
    recherchen nachforschungen beschreibung beschreibungen erzählung erzählungen überlieferung verlautbarung
    verlautbarungen messungen erhebung erhebungen daten zahlen verständnis kenntnis kenntnisstand empfinden
    zählungen darlegung darlegungen modellrechnungen
""")
# Compounds with these ends count too: "Ministeriumsangaben", "Polizeiangaben".
SOURCE_NOUN_ENDS = (
    "angaben",
    "aussagen",
    "berichten",
    "informationen",
    "erkenntnissen",
    "schätzungen",
    "meldungen",
    "quellen",
    "meinung",
    "ansicht",
    "einschätzung",
    "bericht",
    "erkenntnisstand",
    "prognosen",
    "mitteilung",
    "auskunft",
    "auffassung",
    "darstellung",
    "aussage",
    "schätzung",
    "meldung",
    "umfrage",
    "befragung",
    "befragungen",
    "erhebung",
    "berechnung",
    "berechnungen",
    "umfragen",
    "analyse",
    "studie",
    "prognose",
    "recherchen",
    "darstellungen",
    "auskünften",
    "statistik",
)
# "zufolge" and "laut" need no such noun; "aus Sicht von X", "in den Augen von X" do.
VIEW_NOUNS = word_set("sicht augen perspektive")
# One word stands for the whole frame.
REFERRING = word_set("demnach demzufolge")

# Nouns whose dass-, ob- or zu-clause is someone's speech or thought.
CUE_NOUNS = word_set("""
    aussage ansicht meinung auffassung überzeugung einschätzung behauptung vorwurf vorwürfe anschuldigung
    anschuldigungen beschuldigung befürchtung befürchtungen sorge sorgen angst ängste furcht hoffnung hoffnungen
    erwartung erwartungen forderung forderungen appell aufruf aufforderung bitte ankündigung ankündigungen drohung
    drohungen versprechen zusage zusicherung versicherung warnung warnungen hinweis hinweise kritik klage klagen
    beschwerde beschwerden frage fragen anfrage antwort begründung argument argumente these theorie hypothese
    vermutung vermutungen schlussfolgerung verdacht spekulation spekulationen gerücht gerüchte bericht berichte
    meldung meldungen nachricht nachrichten mitteilung information informationen erklärung stellungnahme bestätigung
    feststellung erkenntnis prognose vorhersage prophezeiung vorschlag vorschläge angebot empfehlung rat plan pläne
    absicht wunsch wille beschluss entscheidung urteil schluss fazit ergebnis bekenntnis geständnis eingeständnis
    zweifel bedenken gewissheit glaube gedanke idee verlautbarung äußerung äußerungen worte wort satz zitat motto
    slogan parole parolen ruf rufe statement kommentar anordnung befehl weisung ultimatum mahnung unterstellung
    argumentation beteuerung zuversicht vorstellung eindruck anklage schilderung spruch überschrift titel schreiben
    brief botschaft worten slogans formulierung nachfrage befund resultat einsicht annahme überlegung bilanz verweis
""")
# Claims that are nobody: whose phrase names a source only where an owner follows.
CLAIMS = word_set("""
    vorwurf vorwürfe vorwürfen behauptung behauptungen befürchtung befürchtungen forderung forderungen spekulation
    spekulationen hoffnung hoffnungen sorge sorgen angst ängste these theorie annahme verdacht kritik klage klagen bitte
    frage fragen plan pläne plänen vorschlag vorschläge idee ankündigungen drohung drohungen warnung warnungen zweifel
    bedenken begründung hinweis hinweise hinweisen aufforderung anschuldigung anschuldigungen beschuldigungen
""")
# How the verbs begin whose subject makes the claim a noun names: "erhob den Vorwurf", "vertritt die Ansicht".
RAISING_STEMS = (
    "erhob",
    "erheb",
    "äußer",
    "geäußert",
    "vertr",
    "wiederhol",
    "bekräftig",
    "erneuer",
    "formulier",
    "teil",
    "stell",
    "begründ",
    "mach",
    "brach",
    "bring",
    "richte",
    "verband",
    "verbind",
    "verkünd",
)
# What somebody raises, files or utters: behind an office no part of a name.
RAISED = word_set("""
    klage anklage kritik anzeige beschwerde einspruch berufung revision vorwürfe bedenken zweifel widerspruch protest
    stellung angaben auskunft vorbehalte fehler versäumnisse mängel probleme rechtsmittel konsequenzen gespräche
""")
# Of the nouns of speech, those that also open a clause in the bare subjunctive or indicative after a comma or colon.
FREE_CLAUSE_NOUNS = word_set("""
    befürchtungen vorwürfe ängste sorgen schluss botschaft hinweis hinweise annahme spekulationen forderungen worten
    vorwurf behauptung befürchtung meinung ansicht auffassung aussage begründung vermutung verdacht überzeugung
    einschätzung gerücht gerüchte these hoffnung erklärung sorge angst bericht berichte meldung drohung ankündigung
    zitat
""")

# Texts that lay down or record what holds: at the head of a sentence "nach dem Gesetz" says who says so, not when.
LAW_ENDS = (
    *("gesetz", "gesetzes", "gesetzentwurf", "gesetzesentwurf", "verfassung", "verordnung", "satzung", "artikel"),
    *("dokument", "dokumenten", "papier", "papieren", "gutachten", "protokoll", "dossier", "memorandum", "vermerk"),
)
LAW_NOUNS = word_set("plan entwurf konzept richtlinie paragraf paragraph")


def is_law(word: str) -> bool:
    return word in LAW_NOUNS or word.endswith(LAW_ENDS)


_ABSTRACT_ENDS = (
    "ung",
    "ungen",
    "heit",
    "heiten",
    "keit",
    "ität",
    "tion",
    "tionen",
    "nis",
    "reform",
    "debatte",
    "politik",
)
_ABSTRACT = word_set("""
    beschluss vorgehen verhalten handeln vorhaben angriff schritt streit entwurf deal kompromiss rücktritt auftritt kurs
    abkommen gesetz angebot einsatz ausgang erfolg sieg lage zustand zustände preis preise streik strafe
    bedauern lob protest widerstand widerspruch skepsis beifall tat kosten schaden schäden summe bedarf zahl
""")


_BODIES = ("nation", "nationen", "delegation", "delegationen", "region", "station", "föderation")  # which may speak


def is_abstract(word: str) -> bool:
    return word in _ABSTRACT or (word.endswith(_ABSTRACT_ENDS) and not word.endswith(_BODIES))


def is_source_noun(word: str) -> bool:
    return word in SOURCE_NOUNS or word.endswith(SOURCE_NOUN_ENDS)
