"""The speaker's name in full: pronouns, surnames and functions led back to the fullest mention in the text."""

from __future__ import annotations

from extraction.quotes.antecedents import is_one, owner_of_own, subjects_before
from extraction.quotes.candidate import Range
from extraction.quotes.reading import Reading

_LONGEST_NAME = 5  # words
_SHORTEST_OFFICE = 2  # letters; what has no more is an abbreviation or part of a name
_MARKS = "„“”\"»«›‹‚‘’'"


class Resolver:
    """Names the speakers of one text in text order; remembers who was named last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pack = reading.pack
        self._by_last: dict[str, str] = {}  # "Peskow" → "Dmitri Peskow"
        self._by_first: dict[str, list[str]] = {}  # "Kim" → ["Kim Jong Un"], for names with the surname first
        self._by_title: dict[str, str] = {}  # "kreml-sprecher" → "Dmitri Peskow"
        self._last_person = ""
        self._last_at = 0  # the token where that person was named
        self._genders: dict[str, str] = {}  # "Anna Berg" → "f", as far as her title tells
        self._last_of: dict[str, str] = {}  # "f" → "Anna Berg"
        self._is_indexed = False

    def name(self, speaker: Range | None) -> str:
        """The full name of the speaker at `speaker`; "" where nobody is named, or a pronoun leads to nobody."""
        if speaker is None:
            return ""
        if not self._is_indexed:
            self._index()
        first, last = speaker
        if last - first == 1 and self._reading.lower[first] in self._pack.gender_of_pronoun:
            gender = self._pack.gender_of_pronoun[self._reading.lower[first]]
            return self._antecedent(gender, first) if is_one(self._reading, first) else ""
        if all(self._pack.is_closed(word) for word in self._reading.lower[first:last]):
            return ""  # "niemand", "denen"
        if own := owner_of_own(self._reading, speaker):
            return self.name(own)
        plain = _without_marks(self._pack.name_of_source(self._reading, first, last))
        if not plain and self._reading.lower[first] in self._pack.gender_of_possessive:
            return self._antecedent(self._pack.gender_of_possessive[self._reading.lower[first]], first)
        person = self._person_in(first, last)
        if person:
            self._last_person, self._last_at = self._fullest(person), first
            self._learn_office(first, last)
            known = self._learn_gender(self._last_person, first, last)
            if known:
                self._last_of[known] = self._last_person
            return self._last_person
        return self._by_function(first, last) or self._fullest(plain)

    def _learn_gender(self, name: str, first: int, last: int) -> str:
        """What the title in the phrase or the given name tell; "" where neither does."""
        titles = (self._pack.gender_of_title(word) for word in self._reading.lower[first:last])
        if gender := next(filter(None, titles), ""):
            self._genders[name] = gender
        elif gender := self._pack.gender_of_given_name(name.partition(" ")[0].lower()):
            self._genders.setdefault(name, gender)
        return self._genders.get(name, "")

    def _learn_office(self, first: int, last: int) -> None:
        """ "der Kommissar für Kultur, Jan Moll", "Anna Berg, Leiterin des Amts": the first office is the person's."""
        office = next((w for w in self._reading.lower[first:last] if self._pack.is_title(w)), "")
        if office and not self._last_person.lower().endswith(office):
            self._by_title.setdefault(office.replace("-", ""), self._last_person)

    def _antecedent(self, gender: str, token: int, *, by_name: bool = False) -> str:
        """Who spoke right before, else the nearest subject, else who was named last, as far as gender allows."""
        known = self._genders.get(self._last_person, gender)
        unit_of = self._reading.unit_of_token
        is_near = self._last_person and unit_of[self._last_at] >= unit_of[token] - 1
        if not (is_near and known == gender) and (subject := self._subject_before(gender, token, by_name)):
            return subject
        return self._last_fitting(gender)

    def _last_fitting(self, gender: str) -> str:
        known = self._genders.get(self._last_person, gender)
        return self._last_person if known == gender else self._last_of.get(gender, "")

    def _subject_before(self, gender: str, token: int, by_name: bool) -> str:
        """The name or office of the nearest subject that the pronoun at `token` can mean; "" if there is none."""
        for first, last, head in subjects_before(self._reading, token):
            person = self._person_in(first, last)
            if person:
                name = self._fullest(person)
                if self._learn_gender(name, first, last) == gender:
                    return name
            elif not by_name and self._pack.gender_of_title(self._reading.lower[head]) == gender:
                return self._by_function(first, last) or self._pack.name_of_source(self._reading, first, last)
        return ""

    def _fullest(self, name: str) -> str:
        """The longer form of a one-word name, where the text has one."""
        if " " in name:
            return name
        full = self._by_last.get(name)
        if full is None and (longer := self._by_first.get(name)):
            titled = [long for long in longer if long in self._by_title.values()]
            full = longer[0] if len(longer) == 1 else titled[0] if len(titled) == 1 else None
        return full or name

    def _by_function(self, first: int, last: int) -> str:
        """Who "der Kremlsprecher", "die Managerin", "der 56-Jährige" is, if the text says so."""
        words = self._reading.words[first:last]
        title = next((w.lower() for w in reversed(words) if self._pack.is_title(w.lower())), None)
        if title is None or self._reading.lower[first] not in self._pack.definite:
            return ""
        plain = title.replace("-", "")
        known = self._by_title.get(plain)
        if known is None:
            known = next((n for t, n in self._by_title.items() if t.endswith(plain) or plain.endswith(t)), None)
        has_office = self._last_person in self._by_title.values()
        if known is None and has_office and not self._pack.is_besides_office(title):
            return ""  # who is known by another office is not meant by this one; "der 56-Jährige" may be anybody
        if known is None and not self._pack.describes_anybody(title):
            return ""  # nothing says that whoever was named is the owner
        gender = self._pack.gender_of_title(title)
        if not gender and title[0].isdigit():
            gender = self._pack.gender_of_article.get(self._reading.lower[first], "")
        return known or (self._antecedent(gender, first, by_name=True) if gender else self._last_person)

    def _person_in(self, first: int, last: int) -> str:
        """The personal name inside a phrase: what is capitalised behind its title, or in an apposition."""
        reading, best = self._reading, ""
        for start, end in self._runs(first, last):
            titles = self._titles_in(start, end)
            name_start = self._name_start(titles, start, end)
            whole = reading.phrase(name_start, end)
            is_known = whole.rpartition(" ")[2] in self._by_last or self._looks_personal(start, end)
            is_known = is_known or self._fullest(whole) in self._by_title.values()  # "Kim", the surname first
            # "Der Oberrabbiner Nordmarks, Yona Berg": behind the office stands its place, the name follows.
            is_open = not best or (best.endswith("s") and " " not in best and " " in whole)
            if whole and is_open and (titles or (is_known and self._is_foremost(first, start, end))):
                best = whole
        return best

    def _name_start(self, titles: list[int], start: int, end: int) -> int:
        """Behind the last office, or a word no list knows where a given name follows it: "Stuntfrau Lea Ott"."""
        if titles:
            return titles[-1] + 1
        given = [bool(self._pack.gender_of_given_name(self._reading.lower[i])) for i in range(start, end)]
        return start + 1 if given[:2] == [False, True] and len(given) > 2 else start

    def _looks_personal(self, start: int, end: int) -> bool:
        """Two to five capitalised words that are no institution: "Anna Berg"."""
        return 2 <= end - start <= _LONGEST_NAME and not self._is_office(start, end)

    def _is_office(self, start: int, end: int) -> bool:
        """Whether a run ends in an office or institution; "EU" is one, the "Un" of "Kim Jong Un" is a name."""
        word = self._reading.words[end - 1]
        may_be = len(word) > _SHORTEST_OFFICE or word.isupper()
        return may_be and self._pack.is_person_noun(word.lower()) and not self._is_surname(start, end)

    def _is_foremost(self, first: int, start: int, end: int) -> bool:
        """A name comes first in the phrase or behind a comma, and several words of it without an article.

        Behind another noun stands where somebody belongs to: "die Sprecherin der Stadt Bonn".
        """
        reading = self._reading
        part = max((i + 1 for i in range(first, start) if reading.words[i] in ",("), default=first)
        before = [reading.lower[i] for i in range(part, start) if reading.words[i][:1].isupper()]
        if reading.lower[start - 1] in self._pack.agent_prepositions and self._pack.gender_of_given_name(
            reading.lower[start]
        ):
            return True  # "das Fazit von Anna Berg"
        has_article = start == part + 1 and reading.lower[part] in self._pack.definite and end - start > 1
        return all(self._pack.is_closed(word) for word in before) and not has_article

    def _titles_in(self, start: int, end: int) -> list[int]:
        """Where offices and degrees stand in a run of capitalised words; the name begins behind the last one."""
        lower = self._reading.lower
        offices_end = end - self._is_surname(start, end)
        return [i for i in range(start, offices_end) if self._pack.is_title(lower[i]) or self._is_of_degree(i)]

    def _is_surname(self, start: int, end: int) -> bool:
        """Whether the last word only sounds like an office: "Jan Hoffmann", "Direktor Richter", "Jan W. Kaufmann".

        Behind an article it is one: "der Vorsitzende Richter".
        """
        lower = self._reading.lower
        if not self._pack.is_title(lower[end - 1]):
            return False
        if any(self._pack.gender_of_given_name(lower[i]) or self._is_of_degree(i) for i in range(start, end - 1)):
            return True
        is_twofold = start > 0 and lower[start - 1] in self._pack.definite and self._pack.is_title(lower[end - 2])
        return not is_twofold and any(self._pack.is_title(lower[i]) for i in range(start, end - 1))

    def _runs(self, first: int, last: int) -> list[Range]:
        """Stretches of capitalised words that could be names."""
        runs: list[Range] = []
        start = None
        for index in range(first, last + 1):
            word = self._reading.words[index] if index < last else ""
            is_stop = word == "."
            is_part = (is_stop or word.lower() in self._pack.degrees) and self._is_of_degree(index)
            is_part = is_part or (is_stop and start is not None and self._is_of_initial(index, last))
            if is_part or (
                word[:1].isupper() and (not self._pack.is_closed(word.lower()) or self._is_mid_name(index, last))
            ):
                start = index if start is None else start
            elif start is not None and not self._pack.is_name_particle(word.lower(), self._reading, index, last):
                runs.append((start, index))
                start = None
        return runs

    def _is_of_degree(self, index: int) -> bool:
        """ "Dr" or "med" with the full stop right behind it, or that full stop."""
        reading = self._reading
        word = index - 1 if reading.words[index : index + 1] == ["."] else index
        if word < 0 or reading.words[word + 1 : word + 2] != ["."] or reading.lower[word] not in self._pack.degrees:
            return False
        return reading.tokens[word].end == reading.tokens[word + 1].start

    def _is_of_initial(self, index: int, last: int) -> bool:
        """The full stop of "J. Moll" or "C.Y. Leung"."""
        words = self._reading.words
        following = words[index + 1] if index + 1 < last else ""
        is_letters = all(len(part) == 1 for part in words[index - 1].split("."))
        return words[index] == "." and is_letters and following[:1].isupper()

    def _is_mid_name(self, index: int, last: int) -> bool:
        """A capital in mid-sentence makes a name even of "An" or "Zu", but not of an article."""
        words = self._reading.words
        if words[index].lower() in self._pack.definite or index == 0 or index + 1 >= last:
            return False
        return words[index - 1].islower() and words[index + 1][:1].isupper()

    def _index(self) -> None:
        self._is_indexed = True
        reading = self._reading
        for start, end in self._runs(0, len(reading.words)):
            titles = self._titles_in(start, end)
            name_start = self._name_start(titles, start, end)
            size = end - name_start
            if not 2 <= size <= _LONGEST_NAME and not (size == 1 and name_start > start):
                continue
            if self._is_office(start, end):
                continue
            name = reading.phrase(name_start, end)
            if size > 1:
                self._by_last.setdefault(reading.words[end - 1], name)
                longer = self._by_first.setdefault(reading.words[name_start], [])
                if name not in longer:
                    longer.append(name)
            if office := next((reading.lower[i] for i in reversed(titles) if not self._is_of_degree(i)), ""):
                self._by_title.setdefault(office.replace("-", ""), self._by_last.get(name, name))


def _without_marks(name: str) -> str:
    """ "„Abendblatt“" is called Abendblatt; marks around a part of a name stay."""
    bare = name.strip(_MARKS)
    whole = name[:1] in _MARKS and name[-1:] in _MARKS and not any(mark in bare for mark in _MARKS)
    return bare if whole else name
