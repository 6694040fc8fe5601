/** One stop of the Tab key per card; arrows go to what is inside and back to its head. */

const INSIDE = ".card-body :is(button, a, summary)";

/** @param {HTMLElement} list of the cards */
export function listenToCards(list) {
  // A form has its own stops: whoever fills it in goes from field to field.
  const inside = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(INSIDE)].filter((one) => !one.closest("form")));
  const settle = () => inside().forEach((one) => { one.tabIndex = -1; });
  new MutationObserver(settle).observe(list, { childList: true, subtree: true });
  settle();
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key] ?? 0;
    const target = /** @type {HTMLElement} */ (event.target);
    const card = target.closest(".card");
    if (!step || !card || event.altKey || event.ctrlKey || event.metaKey || target.closest("form")) return;
    const stops = [/** @type {HTMLElement} */ (card.querySelector(".card-head")), ...inside().filter((one) => card.contains(one) && one.checkVisibility())];
    event.preventDefault();
    stops[stops.indexOf(target) + step]?.focus();
  });
}
