"""Words that mark persons, offices, institutions, listeners and works: evidence for who speaks and what is a title."""

from __future__ import annotations

from extraction.lang.de.function_words import TEMPORAL
from extraction.lang.words import word_list, word_set

NAME_PARTICLES = word_set("von van de der den zu del della di da dos el al bin ibn ben la le du of")
FIRST_NAMES = word_set("""
    ursula karl peter hans heinrich wolfgang friedrich otto alexander klaus ferdinand johann ludwig anna maria
    johannes christian michael andreas thomas martin stefan matthias richard georg franz ernst carl max julia
    bernhard ulrich herbert konstantin norbert philipp paul rupert
""")

# Names that are written small.
SMALL_NAMES = word_set("taz dpa afp epd sda apa rbb al-dschasira heise golem")

# Offices and roles; compounds match by their end: "Regierungssprecherin", "Verkehrsminister".
_PERSON_ENDS = word_list("""
    sprecher sprecherin minister ministerin präsident präsidentin chef chefin direktor direktorin leiter leiterin
    vorsitzender vorsitzende vorsitzenden experte expertin forscher forscherin wissenschaftler wissenschaftlerin
    professor professorin kanzler kanzlerin anwalt anwältin abgeordneter abgeordnete abgeordneten politiker
    politikerin beamter beamte richter richterin trainer trainerin autor autorin sekretär sekretärin kommissar
    kommissarin beauftragter beauftragte bürgermeister bürgermeisterin meister meisterin rat rätin könig königin
    premier general kommandeur analyst analystin ökonom ökonomin historiker historikerin arzt ärztin zeuge zeugin
    mann frau vertreter vertreterin mitglied verteidiger ermittler ermittlerin kläger klägerin gründer gründerin
    geschäftsführer geschäftsführerin manager managerin botschafter botschafterin senator senatorin gouverneur
    kandidat kandidatin spieler spielerin papst bischof pfarrer landeshauptmann landeshauptfrau bundesrat
    bundesrätin nationalrat nationalrätin ständerat ständerätin regierungsrat obmann obfrau oberst leutnant jährige
    jähriger jährigen journalist journalistin reporter reporterin kritiker kritikerin gegner aktivist aktivistin
    künstler künstlerin regisseur regisseurin schauspieler schauspielerin sänger sängerin händler bewohner einwohner
    augenzeuge augenzeugen sprechern experten kollege kollegin nachfolger vorgänger stellvertreter vize berater
    beraterin doktor herr diplomat diplomatin lehrer lehrerin schüler schülerin student studentin unternehmer
    unternehmerin gewerkschafter gewerkschafterin vorstand vorständin intendant intendantin kanzlers staatschef
    machthaber oberhaupt führer führerin rebellenführer generalsekretär generaldirektor staatsanwältin
    dezernent dezernentin kämmerer kämmerin stadtverordneter stadtverordnete delegierter delegierte referent
    referentin koordinator koordinatorin prokurist prokuristin gutachter gutachterin sachverständiger sachverständige
    dekan dekanin rektor rektorin dozent dozentin redakteur redakteurin korrespondent korrespondentin verleger
    verlegerin moderator moderatorin blogger bloggerin fotograf fotografin kurator kuratorin produzent produzentin
    ologe ologin philosoph philosophin physiker physikerin chemiker chemikerin mathematiker mathematikerin informatiker
    informatikerin statistiker statistikerin astronom astronomin mediziner medizinerin chirurg chirurgin psychiater
    psychiaterin therapeut therapeutin hebamme pfleger pflegerin apotheker apothekerin ingenieur ingenieurin
    architekt architektin notar notarin makler maklerin landwirt landwirtin gastwirt gastwirtin gastronom gastronomin
    winzer winzerin polizist polizistin soldat soldatin kommandant kommandantin pilot pilotin fahrer fahrerin kapitän
    kapitänin torwart torhüter torhüterin stürmer stürmerin spieler sieger siegerin athlet athletin profi boxer boxerin
    sprinter sprinterin schwimmer schwimmerin rapper rapperin musiker musikerin komponist komponistin dirigent
    dirigentin pianist pianistin schriftsteller schriftstellerin kardinal pastor pastorin rabbiner rabbinerin imam
    anwohner anwohnerin nachbarin mieter mieterin eigentümer eigentümerin besitzer besitzerin investor investorin
""")
PERSON_ENDS = tuple(_PERSON_ENDS)
INSTITUTION_ENDS = word_list("""
    polizei regierung ministerium behörde behörden organisation verwaltung amt partei fraktion kommission gericht
    gerichtshof staatsanwaltschaft anwaltschaft verband verein gewerkschaft unternehmen konzern firma bank agentur
    nachrichtenagentur zeitung magazin blatt sender medien stiftung institut universität hochschule klinik feuerwehr
    bundeswehr armee militär parlament bundestag bundesrat rat senat kirche vatikan kreml weiße haus außenamt
    opposition koalition union nato eu un uno experten forscher ermittler kritiker beobachter analysten
    wissenschaftler gruppe initiative bündnis direktion departement kanton gemeinde stadt land leitung führung
    geschäftsleitung konzernleitung zentrale dienst geheimdienst rotes kreuz amnesty greenpeace attac
    bürgerinitiative staatsmedien anwälte eltern angehörige team zentralbank notenbank börse kammer innung museum
    theater verlag redaktion landtag kongress kabinett kripo tribunal marine luftwaffe miliz verfassungsschutz
    ausschuss gremium komitee bistum kurie klub club fifa uefa fußballbund fakultät staat fluggesellschaft airline
    industrie zeitschrift rundfunk portal allianz gruppierung netzwerk mannschaft delegation konsulat nasa jury
    akademie genossenschaft aktiengesellschaft küstenwache bergwacht hilfswerk wetterdienst observatorium kanzlei
    präsidium sekretariat spital präfektur magistrat stadtwerke reederei krankenhaus krankenkasse sparkasse versicherer
    versicherung aufsicht anstalt konsortium brauerei spedition
""")
# Who speaks without an office, in the plural too.
_PEOPLE = word_list("""
    ärzte beamten offizier offiziere soldaten demonstrant demonstranten zeugen opfer täter angeklagter angeklagte
    angeklagten verdächtiger verdächtige verdächtigen beschuldigter beschuldigte beschuldigten mutter vater sohn tochter
    bruder schwester witwe witwer familie angehörigen nachbar nachbarn bürger techniker astronaut astronauten landwirte
    betreiber betreiberin veranstalter veranstalterin organisatoren initiatoren hersteller entwickler entwicklerin
    mitarbeiter mitarbeiterin angestellte arbeiter anhänger anhängerin befürworter befürworterin rebellen rebell insider
    fahnder fahnderin retter helfer helferin sanitäter sanitäterin nutzer verbraucher patient patienten passagiere
    reisende urlauber flüchtling flüchtlinge häftling häftlinge datenschützer umweltschützer tierschützer
    menschenrechtler bürgerrechtler oppositionelle bewerber bewerberin amtsinhaber amtsinhaberin funktionär funktionäre
    politikern richtern republikaner demokraten abgeordneten ministern juristen jurist juristin ökonomen journalisten
    aktivisten polizisten forschern wissenschaftlern fachleute leute
""")
_LISTENERS = word_set("""
    journalisten reportern anfrage nachfrage interview pressekonferenz gespräch rede ansprache sitzung veranstaltung
    brief podcast talkshow fernsehansprache anhängern abgeordneten rundfunk
""")
# Where something is said: ends the phrase of a speaker ("der Minister im Fernsehen"), though some of it may speak.
_STAGES = word_set("""
    fernsehen radio sender parlament bundestag mitteilung erklärung twitter facebook zeitung magazin blatt sendung
    deutschlandfunk internet presse medien blick montagsausgabe dienstagsausgabe ausgabe rande richtung
    fachblatt fachmagazin fachzeitschrift fachjournal journal onlinedienst kurznachrichtendienst instagram tiktok
    stellungnahme zdf ard orf srf rtl ntv n-tv welt-tv swr ndr wdr mdr rbb hr br anschluss beisein namen
""")
# Ends of what somebody speaks at: "räumte der Minister bei einer Anhörung ein".
_OCCASION_ENDS = (
    "anhörung", "befragung", "sitzung", "veranstaltung", "vorstellung", "eröffnung", "einweihung", "kundgebung",
    "versammlung", "tagung", "demonstration", "konferenz", "besuch", "treffen", "auftritt", "termin", "gespräch",
    "gesprächs", "feier", "festakt", "empfang", "gipfel", "parteitag", "prozess", "prozessauftakt", "debatte", "rede",
    "vernehmung", "präsentation", "podium", "forum", "messe", "rundgang", "lesung", "beratungen", "talk", "pk",
)  # fmt: skip
_SPEAKING_ENDS = (*PERSON_ENDS, *INSTITUTION_ENDS, *_PEOPLE)
# A noun before quotation marks that makes them a name: "die Zeitung „…“", "der Film „…“".
NAMED_THINGS = word_set("""
    zeitung zeitungen magazin nachrichtenmagazin wochenzeitung tageszeitung zeitschrift blatt film spielfilm
    dokumentarfilm song lied album single buch roman band oper stück theaterstück serie sendung show talkshow
    fernsehsendung programm projekt aktion kampagne initiative operation hurrikan taifun zyklon sturm orkan schiff
    boot fähre tanker frachter kreuzfahrtschiff u-boot satellit sonde raumsonde raumschiff rakete typ marke modell
    partei gruppe gruppierung organisation bewegung verein firma unternehmen hotel restaurant cafe café kneipe club
    diskothek bar theater museum stadion halle schule platz straße titel preis auszeichnung orden wettbewerb
    festival ausstellung messe konferenz gesetz abkommen vertrag studie bericht kategorie rubrik stichwort begriff
    wort ausdruck bezeichnung namen name spitznamen spitzname codename deckname decknamen codenamen beiname beinamen
    software betriebssystem virus wurm spiel videospiel website webseite internetseite portal blog zug flugzeug
    airbus jet insel asteroid komet planet galaxie spiegel bild-zeitung sender radiosender fernsehsender musikband
    gemälde bild werk skulptur gedicht motto titelsong fregatte flugzeugträger agentur nachrichtenagentur
    gewerkschaft stiftung zeche grube raumstation raumfähre shuttle trägerrakete sternbild mannschaft team stadtteil
    wahlspruch leitspruch überschrift untertitel buchtitel
""")
_NAMED_ENDS = ("zeitung", "magazin", "magazins", "partei", "film", "films", "album", "albums", "projekt", "projekts")
# A word before a marked word that makes it a term: "die sogenannte „Rettungsgasse“".
SO_CALLED = word_set("""
    sogenannte sogenannten sogenannter sogenanntes genannte genannten genannter so-genannte namens
""")

# What speaks for its author, in all cases of the singular and plural.
DOCUMENT_ENDS = word_list("""
    bericht berichts berichte studie studien gutachten schreiben brief erklärung erklärungen mitteilung meldung
    analyse resolution papier dokument dokumenten umfrage untersuchung artikel beitrag kommentar leitartikel
    statistik stellungnahme urteil aufruf appell antrag klageschrift anklageschrift entwurf prognose gesetzentwurf
    aushang homepage webseite website internetseite blog flugblatt manifest aussendung bekennerschreiben e-mail
    protokoll statement mail begründung ausgabe interview rede ansprache botschaft broschüre anweisung petition
    vorlage bescheid memorandum telegramm dossier vermerk depesche tweet eintrag mitschnitt memoiren biografie
    tagebuch plakat transparent inschrift weißbuch grünbuch publikation aufsatz essay editorial vorwort nachruf
    predigt enzyklika testament notiz notizen zettel chat kolumne flyer newsletter faltblatt posting plakaten
    transparenten bannern grußwort erlass kreisen
""")


def is_document(word: str) -> bool:
    return word.endswith(DOCUMENT_ENDS)


# Degrees and what they are in, written with a full stop: "Prof. Dr. med. Berg".
DEGREES = word_set("""
    dr ddr dres prof pd priv doz dipl ing mag mmag lic med rer nat phil jur iur oec habil mult theol h c
""")


# Words that end like an office and are none.
_NO_OFFICES = word_set("""
    apparat quadrat karat heirat verrat vorrat hausrat unrat zierrat montserrat ararat monologe prologe
""")


def is_title(word: str) -> bool:
    """An office or role, in the genitive too: "des Machthabers"."""
    if word in _NO_OFFICES:
        return False
    return word.endswith(PERSON_ENDS) or word.removesuffix("s").endswith(PERSON_ENDS)


def gender_of_title(word: str) -> str:
    if not is_title(word):
        return ""
    if word.endswith(("in", "rau")):
        return "f"
    return "m" if word.endswith(("er", "or", "ist", "ent", "oge", "ef", "rat", "alt", "mann", "herr")) else ""


# Trades and descriptions by which whoever was named is named again; an owner or a judge has to be known as such.
_DESCRIPTIONS = tuple(
    word_list("""
    jährige jähriger jährigen politiker politikerin manager managerin mann frau experte expertin ökonom
    ökonomin forscher forscherin wissenschaftler wissenschaftlerin professor professorin jurist juristin autor
    autorin künstler künstlerin schauspieler schauspielerin sänger sängerin musiker musikerin funktionär
    funktionärin abgeordnete abgeordneter unternehmer unternehmerin gewerkschafter gewerkschafterin journalist
    journalistin historiker historikerin ologe ologin diplomat diplomatin regisseur regisseurin schriftsteller
    schriftstellerin analyst analystin philosoph philosophin physiker physikerin chemiker chemikerin mediziner
    medizinerin informatiker informatikerin athlet athletin profi demokrat demokratin christdemokrat liberale
    sozialdemokratin parlamentarier parlamentarierin nationalrätin nationalrat ständerat ständerätin senator
    senatorin geistliche geistlicher aktivist aktivistin architekt architektin komponist komponistin dirigent
    dirigentin spieler spielerin stürmer stürmerin torhüter torhüterin fachmann fachfrau
    """)
)


# Who is known by an office is still called so: "Ministerin Berg … die KDU-Politikerin".
_BESIDES_OFFICE = ("politiker", "politikerin", "demokrat", "demokratin", "parlamentarier", "parlamentarierin")


def is_besides_office(word: str) -> bool:
    return word[0].isdigit() or word.endswith(_BESIDES_OFFICE)


def describes_anybody(word: str) -> bool:
    return word.endswith(_DESCRIPTIONS)


def is_named_thing(word: str) -> bool:
    is_genitive = word[-1:] == "s" and word[:-1] in NAMED_THINGS  # "des Films"
    return is_genitive or word in NAMED_THINGS or word.endswith(_NAMED_ENDS)


def is_person_noun(word: str) -> bool:
    return word not in _NO_OFFICES and word.endswith(_SPEAKING_ENDS)


def is_audience(word: str) -> bool:
    return word in _LISTENERS


def ends_speaker(word: str) -> bool:
    """Whether a noun behind a preposition belongs to the act of speaking rather than to the speaker."""
    return word in _LISTENERS or word in _STAGES or word in TEMPORAL or word.endswith(_OCCASION_ENDS)
