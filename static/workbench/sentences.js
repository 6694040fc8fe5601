/** Sentences of the text as a reader counts them: for the word cursor, and to say where a mark stands. Pure. */

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
  return words.replace("{p}", String(paragraph)).replace("{s}", String(sentence));
}
