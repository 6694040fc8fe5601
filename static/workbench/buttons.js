/** The buttons and filters of the page that are not part of a card. */

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/**
 * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
 *   actions: import("./actions.js").Actions, status: import("./run-status.js").RunStatus, settings: object,
 *   texts: Record<string, string>, help: () => void, openFind: () => void,
 *   decideMany: (op: "accept" | "reject", annotations: object[], question: string) => void}} parts
 */
export function listenToButtons({ api, store, sync, actions, status, settings, texts, help, openFind, decideMany }) {
  /** @type {Record<string, () => void>} */
  const buttons = {
    undo: () => actions.revert("undo"),
    redo: () => actions.revert("redo"),
    "open-help": help,
    "open-find": openFind,
    "accept-sure": () => decideMany("accept", store.sure(), texts.ask_accept_sure),
    "accept-shown": () => decideMany("accept", store.open(), texts.ask_accept_shown),
    "reject-shown": () => decideMany("reject", store.open(), texts.ask_reject_shown),
    "sheet-handle": () => {
      const isLow = byId("panel").classList.toggle("is-low");
      byId("sheet-handle").ariaExpanded = String(!isLow);
    },
    "run-again": () => sync.enqueue(async () => {
      status.draw(await api.request(`articles/${settings.article}/runs/`, { method: "POST" }));
      sync.hurry();
    }),
  };
  for (const [id, action] of Object.entries(buttons)) byId(id)?.addEventListener("click", action);
  for (const name of ["filter-state", "filter-kind"]) {
    byId(name).addEventListener("change", () => store.setFilter(byId("filter-state").value, byId("filter-kind").value));
  }
}
