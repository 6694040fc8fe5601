"""Given names that tell whom "er" and "sie" mean; only such as are nearly always a woman's or nearly always a man's."""

from __future__ import annotations

from extraction.lang.words import word_set

_WOMEN = word_set("""
    adelheid agnes aisha alexandra alice alina amelie angela angelika anja anke anna anne annegret anneliese annette
    antje astrid ayse barbara beate beatrice bettina birgit birte brigitte britta carina carla carmen carola
    caroline charlotte christa christel christiane christina christine clara claudia constanze cornelia dagmar
    daniela diana doris dorothea edith elena elfriede elisabeth elke ella ellen emilia emily emma erika esther eva
    eveline fatima franziska frauke friederike gabriele gerda gertrud gesine gisela gudrun hanna hannah hannelore
    heide heidi heike helen helena helene helga henriette hilde hildegard ilse ina ines inge ingeborg ingrid irene
    iris irina isabel isabella jana janina jasmin jelena jessica johanna jolanda josefine judith julia juliane jutta
    karen karin karla karoline katarina katharina kathrin katja katrin kerstin klara konstanze kristin kristina lara
    larissa laura lea lena leonie liane lieselotte lilly linda lisa lotte luisa luise lydia madeleine magdalena
    manuela mareike margarete margit margot maria marianne marie marina marion marlene marta martha martina mathilde
    mechthild melanie mia michaela miriam mirjam mona monika nadine nadja natalia natalie natascha nele nicole nina
    nora olga olivia patricia paula petra pia rebecca regina regine renate ricarda rita rosa rosemarie roswitha ruth
    sabine sabrina sandra sara sarah senta sibylle sigrid silke silvia simone sofia sofie sonja sophia sophie
    stefanie stephanie susanne svenja sylvia tanja tatjana teresa theresa therese tina ulla ulrike ursula ute
    valentina vanessa vera verena veronika viktoria waltraud wiebke wilhelmine yvonne
""")
_MEN = word_set("""
    achim achmed adam adrian ahmed albert albrecht alexander alfons alfred ali alois anatoli andré andrej anton
    armin arne arnold artur august axel bastian ben benedikt benjamin bernd bernhard bert björn boris bruno burkhard
    carl carlos carsten christian christoph christopher claus clemens conrad daniel david denis detlef dieter
    dietmar dietrich dimitri dirk dmitri dominik donald eberhard eckart eckhard edgar eduard edward egon emil
    emmanuel enno erich erik ernst erwin eugen fabian felix ferdinand florian frank franz frederik friedrich fritz
    gebhard georg george gerald gerd gerhard gernot gottfried guido günter günther gustav hans harald hartmut hassan
    heiko heiner heinrich heinz helge helmut hendrik henning henrik henry herbert hermann holger horst hubert
    hubertus hugo ibrahim igor ingo iwan jakob jan jens joachim jochen joe johann johannes john jonas jörg josef
    joseph juan julian jürgen justus kai karl karsten kevin klaus klemens knut konrad konstantin kurt lars leon
    leonhard leopold lorenz lothar louis ludger ludwig lukas lutz magnus malte manfred manuel marc marcel marco
    marcus mario marius mark markus martin marvin mathias matthias maurice max maximilian mehmet michael michail
    mohamed mohammed moritz mustafa niklas nikolai nikolaus nils norbert olaf oleg oliver oskar oswald otto pascal
    patrick paul pavel peer peter philip philipp pierre rainer ralf ralph raimund reiner reinhard reinhold rené
    richard robert roland rolf roman rudi rudolf rupert rüdiger samuel sebastian sergej siegfried siegmar sigmar
    simon stefan steffen stephan sven theo theodor thilo thomas thorsten till tim timo tino tobias tom torben
    torsten udo ulf ulrich uwe valentin viktor vincent vitali volker volkmar walter werner wilfried wilhelm willi
    william winfried wladimir wolf wolfgang wolfram xaver
""")


def gender_of_given_name(name: str) -> str:
    """ "f", "m", or "" where a name tells neither; of "Anna-Maria" the first part counts. Small letters."""
    first = name.partition("-")[0]
    if first in _WOMEN:
        return "f"
    return "m" if first in _MEN else ""
