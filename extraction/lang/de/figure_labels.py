"""German words before a bare number that make it part of a name, and towns behind a postcode."""

from __future__ import annotations

from extraction.figures.wordlist import words

# Nouns that number what they name: "Gleis 7", "Boeing 737", "Artikel 5".
LABELS = words(
    "artikel art. artikels paragraf paragraph paragrafen paragraphen absatz abs. satz kapitel kap. seite "
    "seiten s. band bd. ziffer ziff. randnummer rn. aktenzeichen az. az gleis gleise halle hallen zimmer "
    "raum räume saal linie linien bus tram straßenbahn block trakt tor terminal gate schacht reaktor "
    "reaktoren blöcke blöcken "
    "ausgang ausfahrt anschlussstelle hausnummer stockwerk zelle station schleuse formel agenda stuttgart "
    "expo vision version modell model typ type klasse stufe staffel folge episode teil kanal programm "
    "boeing airbus iphone ipad galaxy windows playstation xbox falcon apollo sojus artemis ariane android "
    "leopard pixel macbook ios tatort polizeiruf postfach plz telefon tel. tel fax telefonnummer "
    "rufnummer hotline durchwahl konto kontonummer iban startnummer rückennummer trikotnummer "
    "matrikelnummer bundesstraße autobahn landstraße staatsstraße kreisstraße route highway flug "
    "flugnummer zug regionalzug los wolke plan b planquadrat zone sektor sektion phase tesla porsche "
    "ferrari bmw audi peugeot golf mercedes suzuki honda yamaha fiat volvo saab mig tornado eurofighter "
    "patriot javelin himars pershing tomahawk resolution drucksache gesetz verordnung richtlinie norm din "
    "iso covid sars hannover schalke mainz bayer tsv sv sc fc vfl vfb fsv tus msv ssv spvgg bsc hertha "
    "pluto voyager mariner luna gemini discovery galileo pioneer sputnik wostok voskhod vega titan atlas "
    "profil edition abbildung tabelle anlage abschnitt firmware "
    "delta saturn kosmos code area wahlkreis az.: nr.: punkt tagesordnungspunkt top frage paragrafen § kilometer "
    "kategorie klassen jahrgangsstufe jahrgangsstufen stufen"
)
# Abbreviations in which something is counted, where others are a name with its number: "in den USA 12 Menschen", "DC 3"
BODIES = words(
    "USA EU UN UNO NATO OSZE OECD GUS UK VAE DDR BRD NRW MV UdSSR SPD CDU CSU FDP AfD BSW NPD PDS KPD SED ÖVP SPÖ FPÖ "
    "KPÖ SVP SP GLP ARD ZDF ORF SRF DRK IG DGB BKA LKA UNHCR"
)
CITIES = words(
    "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden "
    "Hannover Nürnberg Duisburg Bochum Wuppertal Bielefeld Bonn Münster Mannheim Karlsruhe Augsburg "
    "Wiesbaden Mönchengladbach Gelsenkirchen Aachen Braunschweig Kiel Chemnitz Halle Magdeburg Freiburg "
    "Krefeld Mainz Lübeck Erfurt Oberhausen Rostock Kassel Hagen Potsdam Saarbrücken Hamm Ludwigshafen "
    "Oldenburg Osnabrück Leverkusen Heidelberg Solingen Darmstadt Regensburg Ingolstadt Würzburg "
    "Wolfsburg Ulm Göttingen Pforzheim Offenbach Heilbronn Recklinghausen Wien Graz Linz Salzburg "
    "Innsbruck Klagenfurt Villach Wels Zürich Genf Basel Bern Lausanne Winterthur Luzern Gallen Lugano "
    "Biel Jena Gera Trier Erlangen Koblenz Cottbus Schwerin Weimar Bayreuth Passau Konstanz Tübingen "
    "Marburg Gießen Fulda Siegen"
)  # fmt: skip
