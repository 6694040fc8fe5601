"""Content clauses around a verb of attribution."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Die Ministerin sagte, dass der Tunnel fertig ist.", "dass der Tunnel fertig ist"),
        ("Die Ministerin sagte, der Tunnel sei fertig.", "der Tunnel sei fertig"),
        ("Die Ministerin sagte, der Pegel steige.", "der Pegel steige"),
        ("Der Tunnel sei fertig, befand die Ministerin.", "Der Tunnel sei fertig"),
        ("Der Tunnel sei, sagte die Ministerin, ein Gewinn.", "Der Tunnel sei | ein Gewinn"),
        ("Der Tunnel ist, so heißt es im Bericht, gesperrt.", "Der Tunnel ist | gesperrt"),
        ("Wie die Abendpost erfuhr, bleibt der Tunnel gesperrt.", "bleibt der Tunnel gesperrt"),
        ("Die Ministerin erinnerte daran, dass der Tunnel fehlt.", "dass der Tunnel fehlt"),
        ("Der Pegel steigt, wie die Ministerin sagte.", "Der Pegel steigt"),
        ("Die Ministerin erklärt: Der Tunnel ist fertig.", "Der Tunnel ist fertig"),
        ("Am Montag sagte die Ministerin: Der Tunnel ist fertig.", "Der Tunnel ist fertig"),
        ("Die Ministerin sagte der Abendpost: Der Tunnel ist fertig.", "Der Tunnel ist fertig"),
        ("Die Ministerin hält es für sinnvoll, den Tunnel zu sperren.", "den Tunnel zu sperren"),
        ("Die Ministerin sah es als Aufgabe an, den Tunnel zu sperren.", "den Tunnel zu sperren"),
        ("Beide Seiten haben sich geeinigt, den Tunnel zu sperren.", "den Tunnel zu sperren"),
        ("Die Ministerin machte zur Bedingung, dass der Tunnel bleibt.", "dass der Tunnel bleibt"),
        ("Die Forscher fanden heraus, dass der Tunnel sinkt.", "dass der Tunnel sinkt"),
        ("Meiner Meinung nach reicht das Geld, sagte die Ministerin.", "Meiner Meinung nach reicht das Geld"),
        (
            "Sie sagte, in Kreisen, in denen es regne, sei die Lage ernst.",
            "in Kreisen, in denen es regne, sei die Lage ernst",
        ),
        ("Das Museum bekomme, wie es hieß, zwei neue Hallen.", "Das Museum bekomme | zwei neue Hallen"),
        ("Der Tunnel sei fertig, wie Anna Berg sagte, die Leiterin des Amtes.", "Der Tunnel sei fertig"),
        (
            "Sie sagte, sie verstehe nicht, wie der Rat behaupten konnte, das Geld sei da.",
            "sie verstehe nicht, wie der Rat behaupten konnte, das Geld sei da",
        ),
        ("Ob der Tunnel fertig werde, sei offen, sagte die Ministerin.", "Ob der Tunnel fertig werde, sei offen"),
        ("Der Vorwurf des Rats, dass der Tunnel fehlt, sei alt.", "dass der Tunnel fehlt"),
        ("Der Tunnel sei fertig, sagte die Ministerin.", "Der Tunnel sei fertig"),
        ("Der Tunnel, sagte die Ministerin, sei fertig.", "Der Tunnel | sei fertig"),
        ("Der Rat forderte, den Tunnel zu sperren.", "den Tunnel zu sperren"),
        ("Ein Reporter fragte, ob der Tunnel fertig sei.", "ob der Tunnel fertig sei"),
        ("Sie erklärte, warum der Tunnel gesperrt wurde.", "warum der Tunnel gesperrt wurde"),
        ("Die Planer überlegten, den Tunnel zu sperren.", "den Tunnel zu sperren"),
        ("Wie der Sprecher mitteilte, wurde der Fahrer verurteilt.", "wurde der Fahrer verurteilt"),
        ("Wie der Sprecher mitteilte, bleibt der Tunnel gesperrt.", "bleibt der Tunnel gesperrt"),
        ("Der Tunnel bleibt gesperrt, wie der Sprecher mitteilte.", "Der Tunnel bleibt gesperrt"),
        ("Der Tunnel bleibe gesperrt, teilte die Stadt am Montag mit.", "Der Tunnel bleibe gesperrt"),
        ("Er hatte im Mai angekündigt, dass er zurücktritt.", "dass er zurücktritt"),
        ("Die Reederei hat angekündigt den Fahrplan im Winter zu kürzen.", "den Fahrplan im Winter zu kürzen"),
        ("Die Reederei bietet an den Fahrplan im Winter zu kürzen.", "den Fahrplan im Winter zu kürzen"),
        ("Die Firma geht davon aus, dass die Preise sinken.", "dass die Preise sinken"),
        ("Der Tunnel sei fertig, hieß es aus dem Ministerium.", "Der Tunnel sei fertig"),
        ("Sie sagte: Der Tunnel sei fertig.", "Der Tunnel sei fertig"),
        ("Nachdem der Zeuge erklärt hatte, dass er nichts sah, ging er heim.", "dass er nichts sah"),
        ("Es wurde mitgeteilt, dass der Tunnel fertig ist.", "dass der Tunnel fertig ist"),
        ("Das sei unklar, so vermutete die Zeitung.", "Das sei unklar"),
        ("Der Verein bestreitet, die Zahlen geschönt zu haben.", "die Zahlen geschönt zu haben"),
        ("Pia Lenz hoffte dass der Zug kommt.", "dass der Zug kommt"),
        ("Gestern hatte die Leiterin, Anna Berg, angekündigt, dass sie geht.", "dass sie geht"),
        ("Gestern hatte die Leiterin, Anna Berg, zugesagt, bis Mai zu bleiben.", "bis Mai zu bleiben"),
        ("Sie schlägt dem Ausschuss für Schulen, Sport und Kultur vor, bis Mai zu warten.", "bis Mai zu warten"),
        (
            "Darin wird der Rat aufgefordert, bis zur Wahl einen Leiter zu nennen.",
            "bis zur Wahl einen Leiter zu nennen",
        ),
        ("Der Bäcker behauptet von sich selbst, nie zu schlafen.", "nie zu schlafen"),
        ("Beide Städte haben signalisiert, dass sie zahlen.", "dass sie zahlen"),
        ("Die Ministerin machte keinen Hehl daraus, dass sie geht.", "dass sie geht"),
        ("Ihm wird zur Last gelegt, Akten vernichtet zu haben.", "Akten vernichtet zu haben"),
        ("Der Rat sagte, der Bau sei teuer, was viele Anwohner ärgert.", "der Bau sei teuer"),
        ("Der Rat sagte, er habe alles, was er braucht.", "er habe alles, was er braucht"),
        ("Der Rat hatte versprochen, Steuern zu senken, was er nun bestreitet.", "Steuern zu senken"),
        ("Der Rat beeilte sich zu versichern, dass er zahlt.", "dass er zahlt"),
        (
            "Der Preis war zu hoch, hieß es, sicher sei jedoch, dass im Mai gebaut werde.",
            "Der Preis war zu hoch | sicher sei jedoch, dass im Mai gebaut werde",
        ),
        ("Die Firma begann zu verbreiten, die Ware sei knapp.", "die Ware sei knapp"),
        ("Der Minister scheute sich nicht zu behaupten, die Zahlen seien falsch.", "die Zahlen seien falsch"),
        ("Die Chefin vergaß nicht, am Ende zu erwähnen, dass sie gewonnen hat.", "dass sie gewonnen hat"),
        ("Die Chefin sagte, anders als der Rat, aber auch, dass sie zahlt.", "dass sie zahlt"),
        ("Der Rat geht nach dem Treffen mit dem Leiter, Uwe Brand, davon aus, dass er zahlt.", "dass er zahlt"),
    ],
)
def test_finds_the_content_clause_without_its_frame(text: str, content: str) -> None:
    assert contents(text) == [("indirect", content)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Der Rat teilte am Montag mit, dass er tagt.", "teilte | mit"),
        ("Der Rat hatte angekündigt, dass er tagt.", "hatte angekündigt"[0:5] + " | angekündigt"),
        ("Der Rat geht davon aus, dass er tagt.", "geht davon aus"),
        ("Nachdem der Rat betont hatte, dass er tagt, ging er.", "betont hatte"),
        ("Der Rat beeilte sich zu betonen, dass er tagt.", "beeilte | zu betonen"),
    ],
)
def test_the_cue_is_the_whole_verb_complex(text: str, cue: str) -> None:
    found = words(text, only(text).cue)
    assert found.replace(" | ", " ") == cue.replace(" | ", " ")


def test_a_clause_ends_before_the_next_frame() -> None:
    text = "Er sagte, Europa brauche Geduld, und fügte hinzu, dass die Zeit dränge."
    assert contents(text) == [("indirect", "Europa brauche Geduld"), ("indirect", "dass die Zeit dränge")]


def test_a_trailing_medium_is_no_second_quote() -> None:
    text = "Der Gipfel sei gescheitert, sagte Minister Olsen, berichtete die Agentur Nordpress."
    quote = only(text)
    assert words(text, quote.spans) == "Der Gipfel sei gescheitert"
    assert words(text, quote.speaker) == "Minister Olsen"


@pytest.mark.parametrize(
    "text",
    [
        "Am Samstag eröffnet der neue Markt.",
        "Unterstützt von vielen Helfern, begann der Umbau.",
        "Der Zug kam früher als erwartet an.",
        "Die geplante Reise führte durch drei Länder.",
        "Einige weitere Häuser wurden gebaut.",
        "Die Folge war ein langer Stau, sodass viele umkehrten.",
        "Das Gericht erklärte den Vertrag für nichtig, der Auftrag wurde neu vergeben.",
        "Die Chefin vergaß zu erwähnen, dass sie gewonnen hat.",
        "Die Chefin versuchte zu erklären, warum sie ging.",
    ],
)
def test_plain_narration_holds_no_quote(text: str) -> None:
    assert contents(text) == []


def test_the_sentence_before_is_the_content_of_a_frame_that_points_back() -> None:
    text = "Der Zoo bekommt zwei Bären. Das teilte die Direktorin mit."
    quote = only(text)
    assert (quote.rule, words(text, quote.spans)) == ("indirect_back_reference", "Der Zoo bekommt zwei Bären")


def test_who_is_cited_behind_the_content_speaks() -> None:
    text = "Dies ist eine echte Chance für das Land, wird Tomas Dahl zitiert."
    (quote,) = ask(text)
    assert words(text, quote.spans) == "Dies ist eine echte Chance für das Land"
    assert words(text, quote.speaker) == "Tomas Dahl"


def test_showing_is_no_saying_unless_a_text_brings_it_forth() -> None:
    assert contents("Es hat sich herausgestellt, dass das Geld fehlt.") == []
    text = "Aus dem Bericht geht hervor, dass das Geld fehlt."
    (quote,) = ask(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("dass das Geld fehlt", "dem Bericht")


def test_a_question_behind_a_noun_is_no_content_of_the_answer() -> None:
    assert contents("Auf die Frage, ob sie bleibt, antwortete Anna Berg: „Ja.“") == [("direct", "Ja.")]


def test_a_relative_clause_is_no_content() -> None:
    assert contents("Die Ministerin besucht den Verein, der Geld spendete.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Rat lehnte den Bau ab, weil die Kassen leer seien.", "weil die Kassen leer seien"),
        ("Die Ärzte warnten vor einer Welle, wenn niemand impfe.", "wenn niemand impfe"),
        ("Sie sprach von einem Fahrer, der geschlafen habe, als es krachte.", "der geschlafen habe, als es krachte"),
    ],
)
def test_a_clause_in_the_subjunctive_behind_a_told_act_is_its_content(text: str, content: str) -> None:
    (quote,) = [q for q in ask(text) if str(q.type) == "indirect"]
    assert (quote.rule, words(text, quote.spans)) == ("indirect_added_clause", content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Die Nachbarn hatten Einspruch erhoben, weil der Lärm zu groß sei.", "weil der Lärm zu groß sei"),
        ("Verwiesen wird auf andere Städte, wo es keinen Lärm gebe.", "wo es keinen Lärm gebe"),
    ],
)
def test_the_first_subjunctive_needs_no_verb_of_saying(text: str, content: str) -> None:
    quote = only(text)
    assert (quote.rule, words(text, quote.spans)) == ("indirect_added_clause", content)


def test_a_second_verb_in_the_indicative_leads_out_of_reported_speech() -> None:
    text = "Berg erklärte, Kern sei der Richtige und kündigte an, ihn zu wählen."
    found = [(words(text, q.spans), words(text, q.speaker)) for q in ask(text)]
    assert found == [("Kern sei der Richtige", "Berg"), ("ihn zu wählen", "Berg")]


def test_a_told_act_reaches_to_its_participle_behind_an_apposition() -> None:
    text = "Die Leiterin hat den Plan der Stadt, eine Brücke, scharf kritisiert."
    assert contents(text) == [("reported", text)]


def test_a_clause_in_the_indicative_behind_a_told_act_is_the_articles_own() -> None:
    text = "Der Rat lehnte den Bau ab, weil die Kassen leer sind."
    assert not [q for q in ask(text) if str(q.type) == "indirect"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Die Stadt kündigte an, die Preise, vor allem für Milch, zu senken.",
            "die Preise, vor allem für Milch, zu senken",
        ),
        ("Die Stadt beschloss, Tische, Stühle und Bänke zu kaufen.", "Tische, Stühle und Bänke zu kaufen"),
        (
            "Der Bauherr, Jan Moll, hatte zugesagt, nicht über den Turm, das höchste der Häuser, bestimmen zu wollen.",
            "nicht über den Turm, das höchste der Häuser, bestimmen zu wollen",
        ),
    ],
)
def test_an_infinitive_may_be_interrupted(text: str, content: str) -> None:
    assert words(text, ask(text)[-1].spans) == content


def test_no_infinitive_of_another_verb_is_taken_for_interrupted() -> None:
    text = "Der Brief wurde geschrieben, nachdem die Wache den Versuch, ein Boot zu stehlen, bemerkt hatte."
    assert ask(text) == ()


def test_a_verb_between_commas_is_finite_though_it_looks_like_a_participle() -> None:
    text = "Die Täter sind, wie die Polizei vermutet, noch in der Stadt."
    assert words(text, only(text).spans) == "Die Täter sind | noch in der Stadt"


@pytest.mark.parametrize(
    ("first", "content"),
    [
        ("hatte die Bürger aufgerufen, zu Hause zu bleiben", "zu Hause zu bleiben"),
        ("hat erklärt, dass die Grenzen fest bleiben", "dass die Grenzen fest bleiben"),
    ],
)
def test_a_second_participle_ends_what_the_first_frames(first: str, content: str) -> None:
    text = f"Der Minister {first}, und angekündigt, die Schulen zu schließen."
    assert [words(text, quote.spans) for quote in ask(text)] == [content, "die Schulen zu schließen"]


def test_a_pronoun_points_back_with_a_particle_behind_it() -> None:
    text = "Der Regen ist schuld – das jedenfalls behauptet der Wirt."
    assert words(text, only(text).spans) == "Der Regen ist schuld"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Der Rat teilte mit, die Mole, die 1962 gebaut wurde, werde gesperrt.",
            "die Mole, die 1962 gebaut wurde, werde gesperrt",
        ),
        ("Moll sagte, die Werften Kolb, Rehm und Hoop seien voll.", "die Werften Kolb, Rehm und Hoop seien voll"),
        (
            "Nur so könne man, wie bereits 2010, den Schaden begrenzen, sagte Moll.",
            "Nur so könne man, wie bereits 2010, den Schaden begrenzen",
        ),
        ("Am Montag sagte Moll, Sprecher der Werft, die Mole sei zu.", "die Mole sei zu"),
        (
            "Moll fragte, ob die Mole, die 1962 gebaut wurde, noch halte.",
            "ob die Mole, die 1962 gebaut wurde, noch halte",
        ),
    ],
)
def test_a_subject_before_its_clause_belongs_to_the_content(text: str, content: str) -> None:
    quote = only(text)
    assert text[quote.start : quote.end] == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ein Mitarbeiter, der anonym bleiben möchte, sagt: Wir sind müde.", "Ein Mitarbeiter"),
        ("Ein Mitarbeiter, Jan Moll, sagt: Wir sind müde.", "Ein Mitarbeiter, Jan Moll"),
    ],
)
def test_a_sentence_behind_a_colon_is_content_whatever_is_said_of_who_speaks(text: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("Wir sind müde", speaker)


def test_somebody_unnamed_speaks() -> None:
    text = "„Endlich ist es so weit“, schrieb jemand."
    assert words(text, only(text).speaker) == "jemand"
