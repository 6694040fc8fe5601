"""Principal parts of strong, mixed and irregular verbs, and the weak verbs of everyday news.

Own table. A row reads: infinitive, third person singular, past, participle, and the second subjunctive where the
umlaut of the past does not give it, with another one that is written as well. Prefixed verbs ("versprechen") follow
from the simple one.
"""

from __future__ import annotations

from extraction.lang.words import word_list

_ROWS = """
sein ist war gewesen wäre
haben hat hatte gehabt hätte
werden wird wurde geworden würde
können kann konnte gekonnt könnte
müssen muss musste gemusst müsste
dürfen darf durfte gedurft dürfte
mögen mag mochte gemocht möchte
wollen will wollte gewollt wollte
sollen soll sollte gesollt sollte
wissen weiß wusste gewusst wüsste
beichten beichtet beichtete gebeichtet beichtete
empören empört empörte empört empörte
erwägen erwägt erwog erwogen
geißeln geißelt geißelte gegeißelt geißelte
offenbaren offenbart offenbarte offenbart offenbarte
prophezeien prophezeit prophezeite prophezeit prophezeite
wiederholen wiederholt wiederholte wiederholt wiederholte
backen backt backte gebacken
befehlen befiehlt befahl befohlen befähle beföhle
beginnen beginnt begann begonnen begänne begönne
beißen beißt biss gebissen
bergen birgt barg geborgen
betrügen betrügt betrog betrogen
biegen biegt bog gebogen
bieten bietet bot geboten
binden bindet band gebunden
bitten bittet bat gebeten
blasen bläst blies geblasen
bleiben bleibt blieb geblieben
braten brät briet gebraten
brechen bricht brach gebrochen
brennen brennt brannte gebrannt brennte
bringen bringt brachte gebracht brächte
denken denkt dachte gedacht dächte
dringen dringt drang gedrungen
empfehlen empfiehlt empfahl empfohlen empfähle
erlöschen erlischt erlosch erloschen
erschrecken erschrickt erschrak erschrocken
essen isst aß gegessen
fahren fährt fuhr gefahren
fallen fällt fiel gefallen
fangen fängt fing gefangen
fechten ficht focht gefochten
finden findet fand gefunden
fliegen fliegt flog geflogen
fliehen flieht floh geflohen
fließen fließt floss geflossen
fressen frisst fraß gefressen
frieren friert fror gefroren
gebären gebärt gebar geboren
geben gibt gab gegeben
gedeihen gedeiht gedieh gediehen
gehen geht ging gegangen
gelingen gelingt gelang gelungen
gelten gilt galt gegolten gälte
genießen genießt genoss genossen
geraten gerät geriet geraten
geschehen geschieht geschah geschehen
gewinnen gewinnt gewann gewonnen gewänne gewönne
gießen gießt goss gegossen
gleichen gleicht glich geglichen
gleiten gleitet glitt geglitten
graben gräbt grub gegraben
greifen greift griff gegriffen
halten hält hielt gehalten
hängen hängt hing gehangen
heben hebt hob gehoben
heißen heißt hieß geheißen
helfen hilft half geholfen hülfe hälfe
kennen kennt kannte gekannt kennte
klingen klingt klang geklungen
kommen kommt kam gekommen
kriechen kriecht kroch gekrochen
laden lädt lud geladen
lassen lässt ließ gelassen
laufen läuft lief gelaufen
leiden leidet litt gelitten
leihen leiht lieh geliehen
lesen liest las gelesen
liegen liegt lag gelegen
lügen lügt log gelogen
meiden meidet mied gemieden
messen misst maß gemessen
nehmen nimmt nahm genommen
nennen nennt nannte genannt nennte
pfeifen pfeift pfiff gepfiffen
preisen preist pries gepriesen
raten rät riet geraten
reiben reibt rieb gerieben
reißen reißt riss gerissen
reiten reitet ritt geritten
rennen rennt rannte gerannt rennte
riechen riecht roch gerochen
ringen ringt rang gerungen
rufen ruft rief gerufen
saufen säuft soff gesoffen
schaffen schafft schuf geschaffen
scheiden scheidet schied geschieden
scheinen scheint schien geschienen
schelten schilt schalt gescholten
schieben schiebt schob geschoben
schießen schießt schoss geschossen
schlafen schläft schlief geschlafen
schlagen schlägt schlug geschlagen
schließen schließt schloss geschlossen
schmelzen schmilzt schmolz geschmolzen
schneiden schneidet schnitt geschnitten
schreiben schreibt schrieb geschrieben
schreien schreit schrie geschrien
schreiten schreitet schritt geschritten
schweigen schweigt schwieg geschwiegen
schwimmen schwimmt schwamm geschwommen
schwinden schwindet schwand geschwunden
schwören schwört schwor geschworen
sehen sieht sah gesehen
senden sendet sandte gesandt sendete
singen singt sang gesungen
sinken sinkt sank gesunken
sinnen sinnt sann gesonnen
sitzen sitzt saß gesessen
sprechen spricht sprach gesprochen
springen springt sprang gesprungen
stechen sticht stach gestochen
stehen steht stand gestanden stünde stände
stehlen stiehlt stahl gestohlen
steigen steigt stieg gestiegen
sterben stirbt starb gestorben stürbe
stoßen stößt stieß gestoßen
streichen streicht strich gestrichen
streiten streitet stritt gestritten
tragen trägt trug getragen
treffen trifft traf getroffen
treiben treibt trieb getrieben
treten tritt trat getreten
trinken trinkt trank getrunken
tun tut tat getan täte
verderben verdirbt verdarb verdorben
vergessen vergisst vergaß vergessen
verlieren verliert verlor verloren
verzeihen verzeiht verzieh verziehen
wachsen wächst wuchs gewachsen
waschen wäscht wusch gewaschen
weichen weicht wich gewichen
weisen weist wies gewiesen
wenden wendet wandte gewandt wendete
werben wirbt warb geworben würbe
werfen wirft warf geworfen würfe
wiegen wiegt wog gewogen
winden windet wand gewunden
ziehen zieht zog gezogen
zwingen zwingt zwang gezwungen
"""

STRONG: dict[str, tuple[str, ...]] = {
    row.split()[0]: tuple(row.split()[1:]) for row in _ROWS.splitlines() if row.strip()
}

# Weak verbs of everyday news that are no cue: their subjunctive tells reported speech ("man prüfe").
WEAK = word_list("""
    beeilen scheuen versäumen zögern
    tagen ahnden altern angeln animieren appellieren aktivieren aktualisieren akzeptieren attestieren beabsichtigen
    beantworten beauftragen bedrohen beeinflussen beeinträchtigen befördern befragen befreien befriedigen
    befürworten begeistern begnadigen begrenzen behindern bekämpfen beleuchten bemühen benennen beraten bereichern
    berücksichtigen beschaffen beschenken beschleichen beschuldigen besiegen bestellen bestrafen beteiligen betrauen
    beunruhigen bewahren bewaffnen bewältigen bewundern bilden blühen bremsen drängen drosseln düngen eignen
    entführen enthüllen entlarven entlohnen entschädigen entschärfen ernten erforschen erlangen erlassen erlernen
    ermahnen ermitteln ernähren erobern erproben erregen erstatten erstellen erstrecken erteilen erwarten erweitern
    erwerben erwirtschaften existieren fälschen festigen filmen finanzieren flicken fluten fördern forschen frieren
    füllen fürchten gären garantieren gedenken gewöhnen glätten grüßen haften heilen heizen hemmen herstellen hoffen
    hungern impfen informieren integrieren investieren jagen kehren kippen kleben klettern knüpfen kochen
    kombinieren kommen konkurrieren konzentrieren kooperieren koppeln krönen kündigen landen lahmen lauern lindern
    locken lockern löschen malen manipulieren meiden missachten mildern münden musizieren nagen navigieren nicken
    nötigen operieren opfern organisieren parken passen passieren pflanzen pflegen präsentieren praktizieren prägen
    profitieren produzieren quälen räumen rasen rauchen reduzieren reformieren reinigen renovieren respektieren
    richten riskieren ringen rutschen säen sanieren säubern schauen scherzen schleppen schmuggeln schrumpfen schüren
    schwanken sehnen sichten sinken speichern sperren spenden sprengen spüren stationieren stiften strafen streifen
    streiken stützen suggerieren summieren tanken tarnen tauchen täuschen taugen tolerieren transportieren treten
    trocknen türmen überlasten überprüfen überreden übersiedeln überzeugen umgehen umzingeln unterrichten urteilen
    verabschieden verachten verarbeiten verärgern verbannen verdächtigen verdeutlichen verdoppeln verdrängen
    verehren vereinfachen vereinigen verfehlen verfügen vergeben vergeuden verharmlosen verharren verhängen
    verkehren verkleinern verknüpfen verlangen verlegen vermarkten vermissen vermuten veröffentlichen verpachten
    verpassen verpflichten verringern versammeln verschenken verschonen verschulden verschwenden versetzen versöhnen
    verspüren verstaatlichen verständigen versteigern verstopfen verteuern vertrauen verunsichern verurteilen
    vervollständigen verwandeln verweigern verwirklichen verwüsten verzeichnen verzögern vollziehen vorbereiten
    wachen wagen walten wandern warnen waschen weben weinen weiten werten wetten widmen wiederholen wirtschaften
    wittern würdigen zelebrieren zertreten zitieren zögern zürnen zweifeln achten ändern antworten arbeiten atmen
    bauen beantragen bedeuten beenden begegnen begleiten begründen behandeln belasten belegen beleidigen benötigen
    benutzen beobachten berechtigen bereuen beruhen beschäftigen beschädigen beschleunigen beschränken beseitigen
    besetzen besuchen betreuen bewegen bewerten bewirken bezahlen blicken blockieren brauchen buchen dauern decken
    dienen drehen drohen drücken dulden eilen enden entfernen entlasten entscheiden entwickeln ereignen erfolgen
    erfordern erfüllen ergänzen erhöhen erholen erinnern erlauben erleben erleichtern ermöglichen ermorden erneuern
    eröffnen erreichen erschüttern ersetzen erzeugen erzielen fassen fehlen feiern feuern flüchten folgen formen
    freuen führen funken funktionieren gefährden gehören genehmigen genügen gestalten gewähren glauben grenzen
    gründen handeln herrschen hindern hören immigrieren kämpfen kaufen klagen klappen klären kontrollieren kosten
    kümmern kürzen lächeln lagern lauten leben legen lehnen leisten leiten lernen liefern lohnen lösen machen
    mangeln mehren meistern melden merken missbrauchen nähern nutzen öffnen ordnen planen platzen protestieren
    prüfen reagieren rechnen regeln regieren reichen reisen retten rücken ruhen sammeln schaden schätzen scheitern
    schenken schicken schmecken schonen schützen schwächen sichern siegen sorgen sparen spielen stabilisieren
    stammen stärken starten stecken stellen steuern stimmen stoppen stören strahlen streben stürzen suchen tauschen
    teilen testen töten trauern trennen üben überleben überraschen überwachen umfassen untersuchen unterstützen
    verändern veranstalten verbessern verbreiten verdienen vereinbaren verfolgen vergrößern verhaften verhandeln
    verhindern verkaufen verkürzen verlagern verlangsamen verlängern verletzen vermehren vermitteln vernichten
    versagen verschärfen versichern versorgen verstärken versuchen verteidigen verteilen verursachen verwalten
    verwenden verzichten vollenden wählen wahren warten wechseln wecken wehren weigern wenden wirken wohnen wünschen
    zahlen zählen zeigen zerstören zielen zünden zwingen gefallen bekommen besitzen bestehen betragen betreffen
    betreiben beweisen beziehen empfangen enthalten entgehen entkommen entlassen entnehmen entsprechen entstehen
    ergeben ergreifen erhalten erheben erscheinen ertrinken erziehen gehorchen misslingen missverstehen überfallen
    übergeben übernehmen überschreiten übersehen übertragen übertreffen unterbrechen unterliegen unterscheiden
    unterschreiben unterziehen verbergen verbieten verbinden verbleiben verbrennen verbringen vergehen verhalten
    verlassen verlaufen vermeiden vernehmen verraten verschieben verschwinden verstehen verstoßen vertreiben
    vertreten verweisen zerbrechen hinterlassen widerrufen erfahren befinden begehen
    ankern basteln bebauen beben beerdigen beflügeln befugen beglücken begradigen begutachten beherbergen
    behüten belauschen belästigen belüften benoten berauben beschirmen beschlagnahmen bespitzeln bestatten
    bestücken besänftigen beten betiteln betören bevorzugen bewilligen bewirten bezuschussen bezwecken beäugen
    blenden blinken bluten bohren bomben boomen boxen brauen brodeln bröckeln buhen bummeln büffeln bündeln
    bürgen büßen checken dampfen darben dealen donnern dribbeln drängeln dröhnen duften durchleuchten dämmen
    dösen ebnen ehelichen eitern entern entgleisen entkräften entmutigen entrümpeln entspannen entwirren
    entziffern erahnen erbeuten erbosen ergattern erhitzen erkranken erkunden erledigen ermächtigen ermüden
    erpressen erstaunen ersticken ertränken erwärmen erübrigen eskalieren fackeln fahnden faseln fasten fegen
    feilen feilschen fesseln fischen flackern flanken fluchen foltern forcieren foulen frösteln funkeln fußen
    füttern gabeln gaukeln geizen gewahren gipfeln glimmen glänzen grillen grämen grübeln gähnen hacken hageln
    hapern harren hegen heiraten hetzen heulen hieven hinken holpern horchen huldigen hupen hämmern hänseln
    häufen hüten joggen jonglieren jucken kapern kauern keimen kellnern keltern kentern kicken klaffen klatschen
    klauen kleiden klemmen klingeln klonen knallen knausern knicken knirschen knistern kokettieren krachen
    kreuzen kriseln kränkeln kurven kuscheln köcheln köpfen küren lachen lauschen lechzen lenken leuchten
    liebäugeln lodern lotsen lungern lärmen läuten lüften mauern mauscheln meckern meucheln meutern mieten mimen
    mobben mogeln morden mosern murren mustern mähen mästen naschen neigen nerven nisten nuscheln nähren nörgeln
    ordern packen patzen peilen peinigen pendeln pflastern pflügen pfänden pilgern plagen planschen plappern
    plätschern plündern pokern prahlen prallen prangen prassen prellen pressen proben protzen prügeln punkten
    purzeln putschen putzen pöbeln qualmen quetschen raffen ragen rammen rangeln ranken rauben raufen rauschen
    regnen rempeln rieseln rodeln rollen ruckeln rudern rumoren rumpeln rächen rüsten rütteln sacken saugen
    sausen scannen schachern schalten schaufeln schaukeln schikanieren schlachten schlendern schleudern
    schleusen schlichten schlingern schlittern schluchzen schlummern schlängeln schmeicheln schmerzen schmieden
    schmollen schmälern schmücken schnappen schnarchen schneien schnitzen schnüffeln schrauben schreddern
    schrubben schubsen schultern schummeln schwappen schweben schwelen schwenken schwindeln schwitzen schwächeln
    schwänzen schämen schänden schöpfen segeln segnen seilen sickern siechen siedeln spalten spannen speisen
    spiegeln splittern sponsern sprinten sprudeln sprühen spuken sputen spähen spülen staffeln stapeln stapfen
    stauen staunen steigern stemmen stimulieren stochern stocken stolpern stolzieren stottern strampeln
    stranden straucheln streuen sträuben strömen stülpen stürmen summen sägen sühnen taktieren tasten tauen
    taufen taumeln texten tilgen tippen toben torkeln trampeln tricksen triezen trippeln tropfen trotzen trudeln
    trödeln tummeln turnen tüfteln umgarnen umrunden unterfüttern untermauern verabreden verabreichen verankern
    veranlassen veranschlagen verbilligen verblassen verbluten verblüffen verbünden verbüßen verdampfen
    verdunkeln verdursten verebben vereiteln verflüchtigen verfrachten vergewaltigen vergiften verglühen
    vergolden vergraulen verhallen verhökern verhüten verkleiden verkohlen verkraften vermasseln vermieten
    verminen vermummen vernetzen verpacken verpuffen verputzen verramschen verreisen verrotten versanden
    verschandeln verschanzen verscherbeln verschleiern verschleudern verschlucken verschmutzen verschrecken
    verschrotten verschütten versengen versenken versickern versiegeln versprühen verstauben verstauen
    verstricken verstummen versüßen vertiefen vertuschen verunglücken veruntreuen verweilen verwickeln verwirren
    verwässern verzaubern verzerren verzieren verzinsen verüben wackeln wanken wappnen wehen weilen
    werkeln wickeln wimmeln wirbeln wischen wuchern wurmen wurzeln würzen wüten zagen zapfen zappeln zaubern
    zaudern zehren zeichnen zensieren zerkleinern zerren zerschellen zertrümmern zieren zittern zocken zucken
    zweckentfremden zwicken zwängen züchten zügeln zündeln überbrücken überholen überqueren überragen überrollen
    überrumpeln überschwemmen überwintern überwältigen
""")

# Separable verbs that are no cue, for the same purpose.
SEPARABLE = word_list("""
    ab|brechen ab|hängen ab|nehmen ab|schaffen ab|schließen ab|stimmen ab|warten an|fangen an|gehören an|greifen
    an|halten an|kommen an|nähern an|passen an|steigen an|stehen an|treten an|wenden auf|bauen auf|geben auf|halten
    auf|hören auf|klären auf|nehmen auf|treten auf|wachsen aus|bauen aus|bilden aus|bleiben aus|brechen aus|fallen
    aus|führen aus|lösen aus|reichen aus|steigen aus|tauschen aus|weiten aus|wirken aus|zahlen bei|tragen bei|treten
    bevor|stehen dar|stellen durch|führen durch|setzen ein|führen ein|gehen ein|halten ein|leiten ein|richten
    ein|setzen ein|steigen ein|stellen ein|treten fest|halten fest|nehmen fort|setzen her|stellen hin|nehmen
    herunter|fahren nach|lassen nach|denken statt|finden teil|nehmen um|gehen um|setzen unter|gehen vor|bereiten
    vor|gehen vor|kommen vor|legen vor|liegen vor|sehen wahr|nehmen weiter|gehen zu|nehmen zu|treffen zurück|gehen
    zurück|kehren zurück|treten zusammen|arbeiten zu|stehen frei|lassen weg|fallen ein|räumen
""")
