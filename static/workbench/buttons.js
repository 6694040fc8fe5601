/** The buttons and filters of the page that are not part of a card. */

import { byId } from "./element.js";

/**
 * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
 *   actions: import("./actions.js").Actions, status: import("./run-status.js").RunStatus, settings: object,
 *   texts: Record<string, string>, help: () => void, find: () => void,
 *   decideMany: (op: "accept" | "reject", annotations: object[], question: string) => void}} parts
 */
export function listenToButtons({ api, store, sync, actions, status, settings, texts, help, find, decideMany }) {
  /** @type {Record<string, () => void>} */
  const buttons = {
    undo: () => actions.revert("undo"),
    redo: () => actions.revert("redo"),
    "open-help": help,
    "open-find": find,
    "accept-sure": () => decideMany("accept", store.sure(), texts.ask_accept_sure),
    "accept-shown": () => decideMany("accept", store.open(), texts.ask_accept_shown),
    "reject-shown": () => decideMany("reject", store.open(), texts.ask_reject_shown),
    "sheet-handle": () => {
      const isLow = byId("panel").classList.toggle("is-low");
      byId("sheet-handle").ariaExpanded = String(!isLow);
    },
    "run-again": () => sync.enqueue(async (key) => {
      status.draw(await api.request(`articles/${settings.article}/runs/`, { method: "POST", key }));
      sync.hurry();
    }),
  };
  for (const [id, action] of Object.entries(buttons)) byId(id)?.addEventListener("click", action);
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
