"""German words that make a claim more or less worth checking.

Each entry is the beginning of a word, also of the last part of a compound ("geschoss" in "Artilleriegeschosse"); a full
stop at its end makes it the end of the word as well.
"""

from __future__ import annotations

STEMS = {
    "casualties": (
        "tote. toten. toter. todesopfer getötet starb gestorben verletzt opferzahl umgekommen leiche. leichen. "
        "ermordet tödlich"
    ),
    "official_act": (
        "angenommen aufgenommen abgenommen annahm beschloss beschließt beschlossen beschluss beschlüsse verabschiede "
        "unterzeichne genehmig bewillig ratifizier ernann ernenn entlässt entließ entlassen entlassung zurückgetreten "
        "rücktritt zurücktret verhäng angeordnet anordn verfügt erlassen. erließ zugestimmt zustimm abgelehnt lehnte. "
        "lehnt. festgenommen festnahm verhafte ausgewiesen eingestellt gewählt wahl. wahlen. vereinbar abkommen "
        "beigetreten ausgetreten stillgelegt geschlossen. zugelassen widerrufen entzogen erlaubt freigegeben gekündigt "
        "aufgelöst eingesetzt. einigt einigung"
    ),
    "law": (
        "gesetz urteil gericht klage. klagen. anklage angeklagt verurteil freigesproch vertrag verträge sanktion "
        "resolution embargo verfassung verstoß verstieß verbot verbiet verboten haftbefehl strafe. strafen. bußgeld "
        "völkerrecht paragraf richter staatsanwalt ermittl"
    ),
    "arms": (
        "waffe rakete munition artillerie geschoss panzer drohne atom nuklear militär soldat armee truppe krieg "
        "angriff angegriffen beschuss beschossen bombe kampfjet spionage satellit marine. luftwaffe manöver "
        "front. gefecht"
    ),
    "accusation": (
        "vorwurf vorwürfe wirft. warf. vorgeworfen beschuldig verdächtig verdacht korrupt betrug betrog bestech "
        "missbrauch verschwiegen vertusch gelogen lüge manipulier hinterzog mutmaßlich"
    ),
    "crime": (
        "mord überfall raub diebstahl gestohlen straftat geiselnahme entführ vergewaltig anschlag anschläge attentat "
        "schuss. schüsse erschossen erstochen brandstift einbruch randalier"
    ),
    "extreme": (
        "erstmal einzig größte höchste längste älteste jüngste. jüngster. jüngsten. niedrigste kleinste schwerste "
        "schlimmste stärkste meiste. meisten. rekord niemals beispiellos teuerste schnellste tiefste"
    ),
    "institution": (
        "regierung ministerium minister. ministers. ministerin. präsident parlament bundestag bundesrat kreml polizei "
        "behörde gericht uno. nato. eu. kommission partei konzern universität institut bank. amt. botschaft kanzler "
        "bürgermeister verband gewerkschaft feuerwehr"
    ),
    "unnamed_source": (
        "experte expertin insider kreise. kreisen. beobachter analyst medienberichte augenzeuge gerüchte quellen. "
        "diplomaten kenner"
    ),
    "cause": (
        "weil. deshalb. daher. dadurch. wegen. aufgrund. führt. führte. führen. auslös verursach infolge. folge. "
        "grund. ursache"
    ),
    "offer": (
        "angebot anbot bot. bietet. zugesagt zusage zusagen versprach versproch garantier zugesichert liefer geliefert"
    ),
    "possibility": (
        "könnte. könnten. könne. können. dürfte. dürften. möglicherweise womöglich vielleicht eventuell denkbar "
        "möglich. potenziell"
    ),
    "told_speech": (
        "lobt dankt begrüßt. begrüßte. gratulier äußert bedauer würdig kritisier warb plädier mahnt betont versicherte."
    ),
    "colour": (
        "anzug kleid. lächel lachte händeschütteln schüttelt umarm winkt teppich rampe spazier gingen. ging. "
        "foto. fotos. stimmung sonne. regen. sonnenschein applaus beifall jubel trug. trägt. bunt fröhlich "
        "strahlt strahlend handsigniert blumen"
    ),
    "evaluation": (
        "wichtig. wichtige. wichtigen. wichtiger. schön gut. schlecht symbol freundschaft historisch seismisch "
        "großartig bedeutend erfreulich skandal peinlich beeindruck glücklich begierig stolz hervorragend "
        "enttäusch gefährlich interessant erfolgreich besorgt sorge. sorgen. hoffnung unmut stark. starke. "
        "starken. starker."
    ),
    "vague": (
        "einige. einigen. einiger. kürzlich vermutlich wahrscheinlich offenbar manche gewisse irgend längerfristig "
        "langfristig bald. demnächst taktisch kaum."
    ),
    "first_person": "ich. wir. mich. mir. uns. unser",
}
