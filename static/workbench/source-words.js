/** A source in one line. @param {object} source @param {object} settings */
export function sourceWords(source, settings) {
  return [source.title, source.publisher, settings.words.sourceKind[source.kind]].filter(Boolean).join(" · ");
}
