/**
 * What a word and a sentence is here, and how a rough selection becomes the span somebody means. Pure; places are UTF-16 units.
 * Engines cut German differently (Politiker:innen, E.ON, 50 %), so the rule is our own.
 */

const LETTER = "\\p{L}\\p{M}\\p{Nd}";
const JOINER = "[-\\u2010\\u2011\\u00ad'’*:_·]";
// Letters and digits joined over hyphen, apostrophe and the like; over . or , between two of them; groups of digits
// over no-break or narrow space; a sign of per cent, degree or currency on the left of it; a paragraph sign on the right.
const WORD = new RegExp(
  `§+\\s?[${LETTER}]+|[${LETTER}]+(?:(?:${JOINER}|[.,](?=[${LETTER}])|(?<=\\p{Nd})[\\u00a0\\u202f](?=\\p{Nd}))[${LETTER}]+)*(?:[ \\u00a0\\u202f]?[%‰°€$])?`,
  "gu",
);

const PAIRS = { "„": "“”", "“": "”", "‚": "‘’", "‘": "’", "»": "«", "«": "»", "›": "‹", "‹": "›", '"': '"', "'": "'" };
// What stands behind the closing mark is no part of what was said.
const CLOSING = new RegExp(`([${Object.values(PAIRS).join("")}])[.?!…,;:]?$`);

/** @param {string} text @returns {{start: number, end: number}[]} */
export function words(text) {
  return [...text.matchAll(WORD)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** The word at or around a place. @param {string} text @param {number} place */
export function wordAt(text, place) {
  const from = Math.max(0, place - 200);
  for (const match of text.slice(from, place + 200).matchAll(WORD)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= place && place <= end) return { start, end };
  }
  return null;
}

/**
 * Blanks off, whole words, and what the kind asks for at its ends.
 * @param {string} text
 * @param {{start: number, end: number}} rough
 * @param {{kind?: string, keepExact?: boolean}} options keepExact leaves the extent but for blanks and characters
 * @returns {{start: number, end: number} | null} null where nothing but blanks is left
 */
export function normalise(text, rough, { kind = "", keepExact = false } = {}) {
  let span = trim(text, rough);
  if (span.start >= span.end) return null;
  if (!keepExact) {
    span = widen(text, span);
    if (kind === "quote") span = cutQuotationMarks(text, span);
    if (kind === "figure") span = fitFigure(text, span);
  }
  return span.start < span.end ? wholeCharacters(text, span) : null;
}

/** @param {string} text @param {{start: number, end: number}} span */
function trim(text, { start, end }) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return { start, end };
}

/** @param {string} text @param {{start: number, end: number}} span */
function widen(text, span) {
  const first = wordAt(text, span.start);
  const last = wordAt(text, span.end);
  const start = first && first.start < span.start && first.end > span.start ? first.start : span.start;
  const end = last && last.end > span.end && last.start < span.end ? last.end : span.end;
  return { start, end };
}

/** Enclosing marks go when they are a pair, or when only one of the pair is inside; what is opened and closed within stays. @param {string} text @param {{start: number, end: number}} span */
function cutQuotationMarks(text, { start, end }) {
  const inner = text.slice(start, end);
  const closing = inner.match(CLOSING);
  const opener = inner[0] in PAIRS ? inner[0] : "";
  const body = [...inner.slice(opener.length, closing?.index)];
  const cutsOpener = opener && !body.some((c) => PAIRS[opener].includes(c));
  const cutsCloser = closing && !body.some((c) => PAIRS[c]?.includes(closing[1]));
  return trim(text, { start: start + (cutsOpener ? 1 : 0), end: cutsCloser ? start + closing.index : end });
}

// They are the approximation, which is a field of its own and no part of the figure.
const APPROXIMATION = /^(?:rund|etwa|ca\.|circa|ungefähr|knapp|gut|fast|annähernd|about|around|roughly|nearly|almost|approx\.)\s+(?=\S)/iu;
const SIGN = "±−";

/** A sign in front belongs to the figure, "about" does not. @param {string} text @param {{start: number, end: number}} span */
function fitFigure(text, { start, end }) {
  for (let found; (found = text.slice(start, end).match(APPROXIMATION)); ) start += found[0].length;
  return { start: SIGN.includes(text[start - 1] || " ") ? start - 1 : start, end };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Moves both ends outwards to the borders of what a reader sees as one character. @param {string} text @param {{start: number, end: number}} span */
function wholeCharacters(text, span) {
  return { start: border(text, span.start, -1), end: border(text, span.end, 1) };
}

/** @param {string} text @param {number} place @param {-1 | 1} direction */
function border(text, place, direction) {
  const from = Math.max(text.lastIndexOf("\n", place - 1) + 1, place - 64);
  const around = graphemes.segment(text.slice(from, place + 32)).containing(place - from);
  if (!around || from + around.index === place) return place;
  return from + around.index + (direction < 0 ? 0 : around.segment.length);
}

const SENTENCE_END = /[.!?…]["“”’»«)\]]*\s+|\n+/gu;
// A full stop behind these, a single letter or a number ends no sentence.
const NO_END = /(?:^|[\s(„“"])(?:\p{L}|\d+|Dr|Prof|Nr|Abs|Art|bzw|ca|vgl|St|Str|Mio|Mrd|Tsd|Hrsg|Mr|Mrs|Ms|No|vs)\.\s+$/u;

/** Where sentences end, white space behind them included. @param {string} text @returns {number[]} UTF-16 units */
export function sentenceEnds(text) {
  const ends = [...text.matchAll(SENTENCE_END)].map((m) => ({ at: m.index + m[0].length, isLine: m[0].startsWith("\n") }));
  return ends.filter(({ at, isLine }) => isLine || !NO_END.test(text.slice(Math.max(0, at - 12), at))).map(({ at }) => at);
}

/** @param {import("./text-map.js").TextMap} map @param {{start: number, end: number}} span in code points @param {string} words "paragraph {p}, sentence {s}" */
export function placeWords(map, span, words) {
  const { start } = map.fromCodePoints(span);
  const { element } = map.blockAt(start);
  const blocks = map.blocks.filter((b) => b.element === element);
  const text = map.text.slice(blocks[0].start, blocks[blocks.length - 1].end);
  const paragraph = [...map.root.children].indexOf(element) + 1;
  const sentence = sentenceEnds(text).filter((end) => blocks[0].start + end <= start).length + 1;
  return words.replace("{p}", paragraph).replace("{s}", sentence);
}
