"""Every rule and reason of the quotes layer in plain words: code → {"de", "en"}."""

from __future__ import annotations

from collections.abc import Mapping


def _both(de: str, en: str) -> Mapping[str, str]:
    return {"de": de, "en": en}


EXPLANATIONS: Mapping[str, Mapping[str, str]] = {
    "direct_cue_after": _both(
        "Wörtliche Rede: Nach den Anführungszeichen steht ein Verb des Sagens.",
        "Direct speech: a verb of saying follows the quotation marks.",
    ),
    "direct_so": _both(
        "Wörtliche Rede: Nach den Anführungszeichen nennt „so“, „laut“ oder „zufolge“ die Quelle.",
        "Direct speech: a phrase such as “according to” names the source after the marks.",
    ),
    "direct_cue_colon": _both(
        "Wörtliche Rede: Verb des Sagens, Doppelpunkt, Anführungszeichen.",
        "Direct speech: verb of saying, colon, quotation marks.",
    ),
    "direct_cue_before": _both(
        "Wörtliche Rede: Vor den Anführungszeichen steht ein Verb des Sagens.",
        "Direct speech: a verb of saying stands before the quotation marks.",
    ),
    "direct_colon": _both(
        "Wörtliche Rede: Anführungszeichen nach einem Doppelpunkt, ohne Verb des Sagens.",
        "Direct speech: quotation marks after a colon, without a verb of saying.",
    ),
    "direct_pointed": _both(
        "Wörtliche Rede: Was folgt, weist auf sie zurück („Mit diesen Worten …“).",
        "Direct speech: what follows points back to it (“With these words …”).",
    ),
    "direct_fragment": _both(
        "Wörtlich zitierte Worte innerhalb einer wiedergegebenen Rede.",
        "Words quoted literally inside reported speech.",
    ),
    "direct_bare": _both(
        "Anführungszeichen ohne Redeeinleitung im selben Satz.",
        "Quotation marks without a frame in the same sentence.",
    ),
    "indirect_that": _both(
        "Nach einem Verb des Sagens oder Meinens folgt ein dass-Satz.",
        "A that-clause follows a verb of saying or thinking.",
    ),
    "indirect_question": _both(
        "Nach einem Verb des Fragens oder Sagens folgt ein indirekter Fragesatz.",
        "An indirect question follows a verb of asking or saying.",
    ),
    "indirect_infinitive": _both(
        "Nach einem Verb des Forderns, Ankündigens oder Meinens folgt ein Infinitiv mit „zu“.",
        "An infinitive follows a verb of demanding, announcing or thinking.",
    ),
    "indirect_main_clause": _both(
        "Nach einem Verb des Sagens oder Meinens folgt ein Hauptsatz.",
        "A main clause follows a verb of saying or thinking.",
    ),
    "indirect_colon": _both(
        "Nach einem Verb des Sagens und einem Doppelpunkt folgt der wiedergegebene Satz.",
        "The reported sentence follows a verb of saying and a colon.",
    ),
    "indirect_cue_after": _both(
        "Dem Satz folgt die Redeeinleitung („…, sagte X“).",
        "The frame follows the sentence (“…, said X”).",
    ),
    "indirect_cue_inside": _both(
        "Die Redeeinleitung unterbricht den wiedergegebenen Satz.",
        "The frame interrupts the reported sentence.",
    ),
    "indirect_as": _both(
        "Ein wie-Satz nennt, wer es mitgeteilt hat.",
        "An as-clause says who stated it.",
    ),
    "indirect_laut": _both("„laut“ nennt die Quelle.", "“According to” names the source."),
    "indirect_gemaess": _both("„gemäß“ nennt die Quelle.", "“According to” names the source."),
    "indirect_zufolge": _both("„zufolge“ nennt die Quelle.", "“According to” names the source."),
    "indirect_nach_angaben": _both(
        "„nach Angaben“, „nach Ansicht“ oder Ähnliches nennt die Quelle.",
        "A phrase such as “in the words of”, “in the view of” names the source.",
    ),
    "indirect_so": _both("Der Einschub „so X“ nennt die Quelle.", "An insertion names the source."),
    "indirect_aus_sicht": _both("„aus Sicht von“ nennt die Quelle.", "“In the eyes of” names the source."),
    "indirect_demnach": _both(
        "„demnach“ gibt die zuvor genannte Quelle weiter wieder.",
        "“Accordingly” continues the source named before.",
    ),
    "indirect_wonach": _both("„wonach“ leitet den Inhalt ein.", "“According to which” opens the content."),
    "indirect_noun_that": _both(
        "Ein dass-Satz hängt an einem Wort wie „Vorwurf“ oder „Sorge“.",
        "A that-clause depends on a noun such as “claim” or “fear”.",
    ),
    "indirect_noun_question": _both(
        "Ein Fragesatz hängt an einem Wort wie „Frage“.", "A question depends on a noun such as “question”."
    ),
    "indirect_noun_infinitive": _both(
        "Ein Infinitiv hängt an einem Wort wie „Forderung“.", "An infinitive depends on a noun such as “demand”."
    ),
    "indirect_noun_clause": _both(
        "Ein Satz im Konjunktiv hängt an einem Wort wie „Vorwurf“.",
        "A clause in the subjunctive depends on a noun such as “claim”.",
    ),
    "indirect_that_open": _both(
        "Ein dass-Satz im Konjunktiv, ohne bekanntes Verb des Sagens davor.",
        "A that-clause in the subjunctive without a known verb of saying before it.",
    ),
    "indirect_added_clause": _both(
        "Ein Nebensatz im Konjunktiv an einem Hauptsatz im Indikativ gibt fremde Worte wieder.",
        "A clause in the subjunctive that depends on an indicative one gives somebody's words.",
    ),
    "indirect_headline": _both(
        "Überschrift: Vor dem Doppelpunkt steht, wer das sagt.",
        "Headline: who says so stands before the colon.",
    ),
    "indirect_open_frame": _both(
        "Ein Satz im Konjunktiv I hängt an einem Satz im Indikativ, der die Rede einleitet.",
        "A clause in the first subjunctive depends on an indicative clause that frames it.",
    ),
    "indirect_back_reference": _both(
        "Der nächste Satz sagt, wer das mitgeteilt hat („Das teilte X mit“).",
        "The next sentence says who stated this (“X announced this”).",
    ),
    "subjunctive_1": _both(
        "Satz im Konjunktiv I ohne Redeeinleitung: Er setzt eine wiedergegebene Rede fort.",
        "A sentence in the first subjunctive without a frame: it continues reported speech.",
    ),
    "subjunctive_1_embedded": _both(
        "Konjunktiv I nur in einem Nebensatz, ohne Redeeinleitung.",
        "First subjunctive in a subordinate clause only, without a frame.",
    ),
    "subjunctive_2": _both(
        "Satz im Konjunktiv II ohne Redeeinleitung, im Anschluss an wiedergegebene Rede.",
        "A sentence in the second subjunctive without a frame, following reported speech.",
    ),
    "claimed": _both(
        "„wollen“ mit dem Perfekt gibt wieder, was jemand von sich behauptet.",
        "The verb marks what somebody claims for himself or herself.",
    ),
    "hearsay": _both("„sollen“ gibt Gehörtes wieder.", "The verb marks hearsay."),
    "planned": _both(
        "„sollen“ sagt, was jemand vorhat, dessen Worte im Satz davor wiedergegeben sind.",
        "The verb tells the plan of whoever is quoted in the sentence before.",
    ),
    "told_judgement": _both(
        "Ein Sprechakt wird erzählt (loben, kritisieren, danken), ohne seinen Inhalt auszuführen.",
        "A speech act is told (praised, criticised, thanked) without its content.",
    ),
    "told_otherwise": _both(
        "Gelernt: Eine Äußerung wird erzählt, ohne ihren Inhalt auszuführen.",
        "Learned: an utterance is told without its content.",
    ),
    "clause_alone": _both(
        "Gelernt: Ein Nebensatz, der hier als Redeinhalt gilt.",
        "Learned: a clause that counts as the content of speech here.",
    ),
    "sentence_alone": _both(
        "Gelernt: Ein Satz im Indikativ, der eine wiedergegebene Rede fortsetzt.",
        "Learned: an indicative sentence that continues reported speech.",
    ),
    "told_speech": _both("Ein Verb des Sagens ohne Inhaltssatz.", "A verb of saying without a content clause."),
    "variant_object": _both(
        "Satzglied hinter einem Verb des Sagens; aus Entscheidungen gelernt.",
        "Words behind a verb of saying in its own clause; learned from decisions.",
    ),
    "variant_behind": _both(
        "Teilsatz hinter einem Verb des Sagens; aus Entscheidungen gelernt.",
        "Clause behind a verb of saying; learned from decisions.",
    ),
    "variant_before": _both(
        "Teilsatz vor einem Verb des Sagens; aus Entscheidungen gelernt.",
        "Clause before a verb of saying; learned from decisions.",
    ),
    "variant_around": _both(
        "Satz um einen Einschub mit einem Verb des Sagens; aus Entscheidungen gelernt.",
        "Sentence around an insertion with a verb of saying; learned from decisions.",
    ),
    "variant_phrase": _both(
        "Engerer Teil des Satzes mit einer Quellenangabe; aus Entscheidungen gelernt.",
        "Narrower part of a sentence that names its source; learned from decisions.",
    ),
    "variant_back_reference": _both(
        "Mehrere Sätze, auf die der nächste zurückweist; aus Entscheidungen gelernt.",
        "Several sentences that the next one points back to; learned from decisions.",
    ),
    "variant_told": _both(
        "Erzählte Äußerung in einem Teil des Satzes; aus Entscheidungen gelernt.",
        "A speech act told in part of the sentence; learned from decisions.",
    ),
    "variant_told_alone": _both(
        "Ganzer Satz als erzählte Äußerung ohne bekanntes Verb; aus Entscheidungen gelernt.",
        "A whole sentence that tells a speech act without a known verb; learned from decisions.",
    ),
    "variant_free": _both(
        "Ganzer Satz als Rede ohne Rahmen; aus Entscheidungen gelernt.",
        "A whole sentence as speech without a frame; learned from decisions.",
    ),
    "variant_clause": _both(
        "Teilsatz im Konjunktiv ohne Rahmen; aus Entscheidungen gelernt.",
        "A clause in the subjunctive without a frame; learned from decisions.",
    ),
    "variant_subjunctive": _both(
        "Ganzer Satz mit einem Konjunktiv; aus Entscheidungen gelernt.",
        "A whole sentence with a subjunctive in it; learned from decisions.",
    ),
}
