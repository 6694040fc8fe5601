"""The verbs a newsroom attributes with: saying, thinking, fearing, demanding, announcing, judging.

A bar sets off the separable particle. Words before the verb are fixed parts without which it is no cue
("davon aus|gehen"), alternatives joined by a slash.
"""

from __future__ import annotations

from extraction.lang.words import word_set
from extraction.quotes.grammar import CueClass

CUE_VERBS: dict[CueClass, str] = {
    CueClass.SAY: """
        nach|sagen, errechnen, entgegen|setzen, ab|streiten, bekunden, aus|rechnen, vor|rechnen, konkretisieren,
        kund|tun, durch|geben, unwahrscheinlich halten, Kenntnis setzen, Wert legen, heraus|streichen, für möglich
        halten, für wahrscheinlich halten, erwiesen an|sehen, entgegen|halten, sagen, erklären, berichten, betonen,
        mit|teilen, hinzu|fügen, hinzu|setzen, an|fügen, behaupten, bestätigen, an|geben, an|merken, bemerken,
        äußern, erwidern, entgegnen, antworten, erzählen, schildern, erläutern, unterstreichen, hervor|heben,
        ein|räumen, zu|geben, gestehen, ein|gestehen, zu|gestehen, versichern, beteuern, bekräftigen, schreiben,
        melden, vermelden, verkünden, verkündigen, verlautbaren, verlauten, konstatieren, fest|stellen,
        klar|stellen, richtig|stellen, resümieren, bilanzieren, argumentieren, begründen, mahnen, warnen,
        prophezeien, prognostizieren, vorher|sagen, voraus|sagen, unterstellen, vor|werfen, kontern, dementieren,
        leugnen, bestreiten, informieren, dar|legen, aus|führen, fort|fahren, ergänzen, präzisieren, spekulieren,
        an|deuten, durchblicken lassen, wissen lassen, formulieren, kommentieren, notieren, zitieren, rufen,
        aus|rufen, schreien, flüstern, murmeln, sinnieren, scherzen, witzeln, spotten, höhnen, ätzen, schimpfen,
        poltern, wettern, klagen, jammern, schwärmen, jubeln, twittern, posten, bloggen, funken, telegrafieren,
        referieren, rekapitulieren, definieren, beschreiben, beschwören, schwören, geloben, beeiden, aus|sagen,
        offenbaren, enthüllen, verraten, plaudern, aus|plaudern, bezeugen, belehren, unterrichten, benachrichtigen,
        verständigen, orientieren, insistieren, monieren, reklamieren, protokollieren, bekannt geben, bekannt|geben,
        bekannt machen, bekannt|machen, deutlich machen, deutlich|machen, klar machen, klar|machen, geltend machen,
        darauf hin|weisen, darauf verweisen, darauf pochen, darauf beharren, darauf bestehen, darauf aufmerksam
        machen, zu Protokoll geben, Ausdruck bringen, Bedenken geben, Auskunft geben, Kenntnis geben, Wort melden,
        charakterisieren, titulieren, Hehl machen, Last legen,
        fest|halten, wiederholen, heißen, lauten, nennen, bezeichnen, zusammen|fassen, ein|wenden, ein|werfen,
        nach|legen, nach|schieben, zurück|geben, plädieren, reden, sprechen, postulieren, proklamieren, deklarieren,
        attestieren, bescheinigen, vor|halten, zu|rufen, zu|sichern, nahe|legen, an|führen, aufmerksam machen,
        bekennen, beichten, unken, orakeln, mutmaßen, urteilen, analysieren, verbreiten, veröffentlichen,
        publizieren, übermitteln, aus|richten, glauben machen, weis|machen, vor|geben, weiter|geben, stöhnen,
        seufzen, signalisieren, an|vertrauen, zu|raunen, zu|flüstern, stehen, zu lesen sein, korrigieren,
        frohlocken, brüllen, raunen, lästern, sticheln, frotzeln, predigen, dozieren, insinuieren, beziffern,
        mailen, verdeutlichen, ab|wiegeln, ab|winken, nach|doppeln, replizieren, parieren, dagegen|halten,
        ein|streuen, ein|flechten, dazwischen|rufen, zurück|schießen, ein|haken, nach|setzen, erwähnen, argwöhnen,
        prahlen, konzedieren, rapportieren, avisieren, kolportieren, sekundieren, beschwichtigen, befinden,
        zu hören sein, zu erfahren sein, zu vernehmen sein, Wort geben, entrüsten, Luft machen,
        sich erinnern, klar sein, fest|stehen, sich sorgen,
        Befund kommen, Fazit kommen, Erkenntnis kommen, Einschätzung gelangen, Ergebnis gelangen, Schluss gelangen,
        donnern, keifen, feixen, spötteln, diagnostizieren, keuchen, schnauben, ulken, philosophieren, räsonieren,
        assistieren, wispern, schluchzen, vermerken, jauchzen, skandieren, weissagen, wetten, schwadronieren,
        fabulieren, flunkern, heucheln, ein|schränken, zurück|rudern, hinterher|schieben, zurück|rufen,
        heraus|rufen, hinaus|posaunen, vor|schwärmen, vor|jammern, auf|stöhnen, auf|seufzen, los|poltern,
        los|schimpfen, zurecht|rücken, zurück|schreiben, hoch|rechnen, skizzieren, umschreiben, paraphrasieren,
        problematisieren, kund|geben, preis|geben, verheißen, verbürgen, dokumentieren, verstehen geben, erkennen
        lassen, verlauten lassen, verlautbaren lassen, mitteilen lassen, ausrichten lassen, erklären lassen,
        anklingen lassen, verbreiten lassen, aus|drücken, Gespräch bringen, Spiel bringen, Abrede stellen, Bilanz
        ziehen, Fazit ziehen, Entwarnung geben, Stellung beziehen, Wort ergreifen, hinweisen lassen
    """,
    CueClass.THINK: """
        erhoffen, zuversichtlich sein, optimistisch sein, erwägen, glauben, meinen, denken, finden, vermuten,
        an|nehmen, schätzen, erwarten, hoffen, fürchten, befürchten, bezweifeln, zweifeln, wähnen, ahnen, rechnen,
        davon aus|gehen, damit rechnen, daran zweifeln, darauf hoffen, darauf setzen, darauf vertrauen,
        dafür|halten, dafür halten, davor warnen, dazu|rechnen, schließen, schlussfolgern, folgern, kalkulieren,
        wissen, überzeugt zeigen, überzeugt sein, überzeugt geben, sicher sein, sicher zeigen, zuversichtlich
        zeigen, zuversichtlich äußern, optimistisch zeigen, besorgt zeigen, besorgt äußern, enttäuscht zeigen,
        erfreut zeigen, Meinung sein, Ansicht sein, Auffassung sein, Überzeugung sein, Einschätzung kommen, Schluss
        kommen, Ergebnis kommen, Überzeugung gelangen, davon überzeugt, darüber freuen, freuen, ärgern, wundern,
        träumen, wünschen, bedauern, beklagen, bemängeln, begrüßen, in Betracht ziehen, Aufgabe an|sehen, Chance
        sehen, heraus|finden,
        grübeln, spüren, ein|sehen, begreifen, hadern, erachten, einig sein, einig zeigen, bewusst sein, gewiss
        sein, besorgt sein, davon träumen, darauf spekulieren, darauf bauen
    """,
    CueClass.DEMAND: """
        darauf einigen, einigen, darauf verständigen, entschließen, Bedingung machen, an|weisen, an|mahnen,
        zu|trauen, auf|erlegen, nahe|legen, fordern, verlangen, bitten, auf|fordern, appellieren, drohen, an|drohen,
        an|bieten, versprechen, an|kündigen, vor|schlagen, empfehlen, raten, an|raten, ab|raten, befehlen,
        an|ordnen, verfügen, mahnen, ermahnen, drängen, dringen, beantragen, erbitten, ersuchen, beschwören, flehen,
        zu|sagen, garantieren, vereinbaren, beschließen, entscheiden, planen, beabsichtigen, dafür aus|sprechen,
        dagegen aus|sprechen, dafür plädieren, dafür ein|setzen, dazu auf|rufen, auf|rufen, dazu auf|fordern, dazu
        raten, dazu drängen, darum bitten, darauf drängen, darauf dringen, dafür werben, dafür ein|treten, bereit
        erklären, bereit zeigen, Aussicht stellen, ab|lehnen, beschuldigen, bezichtigen, verdächtigen, an|klagen,
        an|lasten, zu|schreiben, überzeugen, ermuntern, ermutigen, beauftragen, instruieren, an|regen,
        aus|schließen, verneinen, bejahen, vor|haben, erwägen, prüfen lassen, verordnen, dafür votieren, dagegen
        votieren,
        ein|fordern, an|flehen, gebieten, dafür stark machen, darauf hin|wirken, davon ab|raten, dazu mahnen, dazu
        ermuntern, dazu ermutigen
    """,
    CueClass.ASK: """
        uneins sein, uneinig sein, unschlüssig sein,
        fragen, nach|fragen, an|fragen, erkundigen, wissen wollen, nach|haken, rätseln, infrage stellen,
        hinterfragen, an|zweifeln, überlegen, diskutieren, erörtern, debattieren, nach|bohren, aus|loten
    """,
    CueClass.JUDGE: """
        loben, kritisieren, danken, würdigen, verurteilen, tadeln, rügen, verteidigen, rechtfertigen, gratulieren,
        beglückwünschen, zurück|weisen, widersprechen, entschuldigen, ehren, preisen, rühmen, feiern, verspotten,
        beschimpfen, brandmarken, geißeln, verharmlosen, beschönigen, relativieren, dramatisieren, an|greifen,
        attackieren, beanstanden, missbilligen, zu|stimmen, bei|pflichten, protestieren, kondolieren, auf|begehren,
        distanzieren, bedanken, beschweren, empören, beruhigen, trösten, reagieren, unterstützen, befürworten,
        bewerten, ein|schätzen, ein|stufen, interpretieren, werten, trauern, ein|laden, grüßen, verabschieden,
        thematisieren, orten, an|sprechen, an|prangern, auf|zählen, von aus|gehen, auf hin|weisen, auf verweisen,
        für aus|sprechen, gegen aus|sprechen, für halten, als sehen, darin sehen, darin erkennen, Rede sein,
        ab|tun, Kritik üben, Stellung nehmen,
        Klage ein|reichen, echauffieren, ereifern, mokieren, giften, raunzen, nach|karten, lamentieren, zetern, motzen,
        maulen, meckern, nörgeln, stänkern, grollen, zürnen, fauchen, zischen, knurren, brummen, grummeln, nuscheln,
        stammeln, stottern, hauchen, ächzen, tönen, schmettern, trommeln, flachsen, lachen, schmunzeln, grinsen,
        staunen, bangen, triumphieren, dämpfen, vertrösten, schelten, sich zeigen, sich geben
    """,
    CueClass.SHOW: """
        erlauben, gestatten, verbieten, untersagen, verpflichten, weigern, zeigen, belegen, beweisen, ergeben,
        hervor|gehen, entnehmen, nach|weisen, bekannt werden, ermitteln, heraus|stellen, erkennen, erfahren, erinnern,
        daran erinnern, vor|sehen, fest|legen, regeln, besagen, suggerieren,
        illustrieren, demonstrieren, vor|bringen, vor|tragen, beobachten, entdecken
    """,
}

# How somebody who says something shows or gives himself: "gab sich kämpferisch", "zeigte sich überrascht".
FEELINGS = word_set("""
    alarmiert amüsiert angriffslustig aufgebracht aufgeschlossen bedrückt beeindruckt begeistert beleidigt berührt
    beschämt besorgt bestürzt betroffen betrübt bewegt dankbar demütig diplomatisch empört enttäuscht entrüstet
    entschlossen entsetzt entspannt erbost erfreut erleichtert ernüchtert erschrocken erschüttert erstaunt fassungslos
    froh gekränkt gelassen gerührt gesprächsbereit hoffnungsvoll irritiert kampfeslustig kämpferisch kompromissbereit
    konsterniert optimistisch pessimistisch ratlos reumütig ruhig schockiert selbstbewusst selbstkritisch sicher
    siegessicher skeptisch sorglos stolz trotzig überrascht überzeugt unbeeindruckt unbeirrt unnachgiebig unzufrieden
    verärgert verblüfft verbittert verhalten versöhnlich verständnislos verstimmt verwundert wütend zerknirscht
    zufrieden zurückhaltend zuversichtlich zwiegespalten
""")

# Lemmas that tell a speech act even where nothing of its content is reported.
TOLD_VERBS = word_set("""
    loben kritisieren danken würdigen verurteilen tadeln rügen gratulieren zurückweisen widersprechen entschuldigen
    bedanken begrüßen bedauern beklagen bemängeln fordern warnen appellieren plädieren ablehnen bezeichnen drohen
    sprechen äußern empören beanstanden anprangern befürworten aufrufen hinweisen verweisen distanzieren beschweren
    attackieren dementieren bestreiten vorwerfen beschuldigen verlangen erinnern versprechen rechtfertigen berichten
    rechnen begründen anzweifeln mahnen raten nennen ankündigen zusagen zusichern preisen einräumen
    auffordern beziffern
""") | {
    "von ausgehen",
    "Aussicht stellen",
    "auf hinweisen",
    "Kritik üben",
}

# What some of them need beside them to tell what was said, and not only that something was.
TOLD_WITH = {
    "sprechen": word_set("von vom"),
    "Rede sein": word_set("von vom davon"),
    **dict.fromkeys(("antworten", "erwidern", "kontern", "kommentieren"), word_set("mit")),
    "rechnen": word_set("mit"),
    "begründen": word_set("mit"),
    "berichten": word_set("von vom"),
    "mahnen": word_set("zu zur zum"),
    "auffordern": word_set("zu zur zum"),
    "Kritik üben": word_set("an am"),
    "beziffern": word_set("auf mit"),
    "raten": word_set("zu zur zum dazu"),
    "warnen": word_set("vor vorm davor"),
    "drohen": word_set("mit damit"),
    "appellieren": word_set("an"),
    "plädieren": word_set("für dafür auf"),
    "hinweisen": word_set("auf darauf"),
    "verweisen": word_set("auf darauf"),
    "erinnern": word_set("an daran"),
    "aufrufen": word_set("zu zum zur dazu"),
    "bezeichnen": word_set("als"),
    "nennen": word_set("einen eine ein"),
    "äußern": word_set("""
        sorge sorgen besorgnis bedauern zweifel kritik bedenken verständnis hoffnung zuversicht dank vorbehalte
        unverständnis enttäuschung befürchtungen empörung erleichterung mitgefühl überzeugung unmut skepsis wunsch
    """),
}
# Whose negation belongs to what is thought or said: "glaubt nicht, dass es hilft", "schließt nicht aus, dass es hilft".
NEGATED_WITHIN = word_set("""
    glauben denken meinen finden erwarten rechnen erhoffen wünschen schätzen ausschließen bezweifeln zweifeln
    befürchten fürchten
""") | {
    "davon ausgehen",
    "von ausgehen",
    "damit rechnen",
    "daran zweifeln",
    "Hehl machen",
    "Meinung sein",
    "Ansicht sein",
    "Auffassung sein",
}
DENYING_VERBS = word_set("dementieren bestreiten ablehnen zurückweisen widersprechen")
# Whose subject answers or judges a claim, and does not make it: "begrüßte die Ankündigung, …".
ANSWERING_VERBS = DENYING_VERBS | word_set("""
    nennen bezeichnen kritisieren verurteilen begrüßen bedauern loben bezweifeln reagieren bewerten einschätzen werten
    einstufen kommentieren anzweifeln abstreiten leugnen
""")
# Without a person as their subject: who speaks follows a preposition.
IMPERSONAL_VERBS = frozenset({
    "heißen", "verlauten", "hervorgehen", "bekannt werden", "stehen", "zu lesen sein", "zu hören sein",
    "zu erfahren sein", "zu vernehmen sein", "klar sein", "feststehen", "Rede sein",
})  # fmt: skip
# With such a noun beside it the verb tells no words: a court decides by it, somebody keeps silent.
DECIDING = {
    "verurteilen": ("gericht", "gerichts", "gerichtshof", "kammer", "senat", "richter", "richterin", "jury"),
    "widersprechen": ("sich",),
    "ablehnen": ("stellungnahme", "stellungnahmen", "kommentar", "auskunft", "auskünfte", "interview", "interviews"),
}
_VICTIMS = word_set("todesopfer menschenleben tote toten opfer verletzte verletzten")  # "Der Sturm forderte drei Tote"
_DEEDS = _VICTIMS | word_set("""
    haft haftstrafe geldstrafe freiheitsstrafe gefängnis klage berufung revision bargeld lösegeld freispruch frei
""")
_DEMANDED = word_set("haft haftstrafe geldstrafe freiheitsstrafe gefängnis freispruch")  # before a court, in words
_DEMANDS = ("fordern", "verlangen", "plädieren")


def is_deed(word: str, verb: str) -> bool:
    if word in _VICTIMS and verb in (*TOLD_WITH, "von ausgehen"):
        return False  # "sprechen von zehn Toten"
    return word in _DEEDS and not (verb in _DEMANDS and word in _DEMANDED)
