/** The buttons and filters of the page that are not part of a card. */

import { byId } from "./element.js";

/**
 * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
 *   actions: import("./actions.js").Actions, status: import("./server-news.js").RunStatus, settings: object,
 *   texts: Record<string, string>, step: (by: 1 | -1) => () => void, help: () => void, find: () => void,
 *   decideMany: (op: "accept" | "reject", annotations: object[], question: string) => void}} parts
 */
export function listenToButtons({ api, store, sync, actions, status, settings, texts, step, help, find, decideMany }) {
  const sheet = byId("sheet-handle");
  const height = byId("panel").classList;
  const tell = () => { sheet.ariaExpanded = String(!height.contains("is-low")); };
  tell();
  /** @type {Record<string, () => void>} */
  const buttons = {
    undo: () => actions.revert("undo"),
    redo: () => actions.revert("redo"),
    next: step(1),
    previous: step(-1),
    "open-help": help,
    "open-find": find,
    "accept-sure": () => decideMany("accept", store.sure(), texts.ask_accept_sure),
    "accept-shown": () => decideMany("accept", store.open(), texts.ask_accept_shown),
    "reject-shown": () => decideMany("reject", store.open(), texts.ask_reject_shown),
    "sheet-handle": () => { height.toggle("is-low"); tell(); },
    "run-again": () => sync.enqueue(async (key) => {
      status.draw(await api.request(`articles/${settings.article}/runs/`, { method: "POST", key }));
      sync.hurry();
    }),
  };
  for (const [id, action] of Object.entries(buttons)) byId(id)?.addEventListener("click", action);
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:has(> .menu)"))) listenToMenu(menu);
  byId("help-search").addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase();
    for (const row of byId("help").querySelectorAll("tr")) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
  const [state, kind, band, mine] = ["state", "kind", "band", "mine"].map((name) => byId(`filter-${name}`));
  for (const field of [state, kind, band, mine]) {
    field.addEventListener("change", () => store.setFilter({ state: state.value, kind: kind.value, band: band.value, mine: mine.checked }));
  }
  store.addEventListener("filter", () => {
    [state.value, kind.value, band.value, mine.checked] = [store.filter.state, store.filter.kind, store.filter.band, store.filter.mine];
  });
}

/** Open until something is chosen, Esc is pressed, or somebody points elsewhere. @param {HTMLDetailsElement} menu */
function listenToMenu(menu) {
  const close = () => { menu.open = false; };
  menu.addEventListener("click", (event) => /** @type {HTMLElement} */ (event.target).closest(".menu button") && close());
  document.addEventListener("pointerdown", (event) => menu.contains(/** @type {Node} */ (event.target)) || close());
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    close();
    menu.querySelector("summary")?.focus();
  });
}
