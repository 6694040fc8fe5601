/** Puts the workbench together: one thing is active, one key is one decision. */

import { Actions } from "./actions.js";
import { Api } from "./api.js";
import { CardMaker, REASONS } from "./cards.js";
import { Gutter } from "./gutter.js";
import { Highlights, stretches } from "./highlights.js";
import { listen } from "./keys.js";
import { Panel } from "./panel.js";
import { RunStatus } from "./run-status.js";
import { TextSelection, placeAt } from "./selection.js";
import { Store } from "./store.js";
import { Sync } from "./sync.js";
import { TextMap } from "./text-map.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const settings = JSON.parse(byId("workbench-settings").textContent ?? "{}");
const texts = settings.texts;
const scope = byId("bench");
const map = new TextMap(byId("text"));
const store = new Store();
const api = new Api(settings.api, settings.language);
const sync = new Sync(api, store, settings);
const selection = new TextSelection(map);
const highlights = new Highlights(map);
const gutter = new Gutter(byId("gutter"), highlights, (id) => activate(id), (n) => texts.chip.replace("{n}", String(n)));
const act = (name, id, value) => actions.act(name, id, value);
const maker = new CardMaker(settings, map, act);
const panel = new Panel(byId("panel"), store, maker, texts);
const onListEnd = () => panel.focusSummary();
const actions = new Actions({ api, store, sync, selection, map, settings, say, activate, onListEnd });
const status = new RunStatus(byId("run"), /** @type {HTMLProgressElement} */ (byId("run-bar")), byId("run-again"), settings);

// --- Showing -----------------------------------------------------------------------------------------------------

let activeBefore = null;
store.addEventListener("changed", (event) => {
  const changed = /** @type {CustomEvent} */ (event).detail;
  highlights.update(changed);
  highlights.showActive(store.active);
  panel.draw(changed);
  drawEdges();
});
store.addEventListener("active", () => {
  highlights.showActive(store.active);
  panel.drawActive(activeBefore, store.activeId);
  activeBefore = store.activeId;
  drawEdges();
});
store.addEventListener("filter", () => {
  panel.drawAll();
  drawEdges();
});

function drawEdges() {
  gutter.schedule(() => store.marks(), () => store.activeId);
  const counts = store.counts();
  for (const [name, number] of Object.entries(counts)) {
    for (const place of document.querySelectorAll(`[data-count="${name}"]`)) place.textContent = number.toLocaleString(settings.language);
  }
}
new ResizeObserver(drawEdges).observe(map.root);

selection.addEventListener("change", (event) => {
  const span = /** @type {CustomEvent} */ (event).detail;
  highlights.showPending(span);
  byId("selected").textContent = span ? map.text.slice(span.start, span.end) : "";
  byId("marking").classList.toggle("has-selection", Boolean(span));
});

/** @param {string} message @param {"polite" | "error"} tone */
function say(message, tone = "polite") {
  const place = byId("notice");
  place.textContent = message;
  place.classList.toggle("is-error", tone === "error");
}

// --- Acting ------------------------------------------------------------------------------------------------------

/** @param {number | null} id @param {{focus?: boolean, inPlace?: boolean}} options inPlace: the reader has pointed at it */
function activate(id, { focus = false, inPlace = false } = {}) {
  store.activate(id);
  if (id === null || inPlace) return;
  const annotation = store.byId.get(id);
  const rect = highlights.firstRect(annotation);
  if (rect.top < 120 || rect.bottom > innerHeight - 80) scrollTo({ top: scrollY + rect.top - innerHeight / 3 });
  if (focus) panel.focus(id);
}

// --- Keys, buttons, pointer --------------------------------------------------------------------------------------

const onActive = (name, value) => () => store.active && act(name, store.active.id, value);
const step = (by) => () => {
  const next = store.neighbour(by);
  if (next) activate(next.id, { focus: true });
};
const reason = (index) => () => actions.giveReason(REASONS[index]);
listen(scope, {
  q: () => actions.mark("quote"),
  c: () => actions.mark("claim"),
  f: () => actions.mark("figure"),
  a: onActive("accept"),
  x: onActive("reject"),
  j: step(1),
  k: step(-1),
  u: () => actions.revert("undo"),
  "Shift+u": () => actions.revert("redo"),
  "Control+z": () => actions.revert("undo"),
  "Control+Shift+z": () => actions.revert("redo"),
  Delete: onActive("remove"),
  Backspace: onActive("remove"),
  Escape: () => (selection.rough ? selection.clear() : store.activate(null)),
  "?": () => /** @type {HTMLDialogElement} */ (byId("help")).showModal(),
  1: reason(0),
  2: reason(1),
  3: reason(2),
  4: reason(3),
  5: reason(4),
});

for (const button of document.querySelectorAll("[data-mark]")) {
  // The press must not take the selection away from the text.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => actions.mark(/** @type {HTMLElement} */ (button).dataset.mark ?? ""));
}
byId("undo").addEventListener("click", () => actions.revert("undo"));
byId("redo").addEventListener("click", () => actions.revert("redo"));
byId("open-help").addEventListener("click", () => /** @type {HTMLDialogElement} */ (byId("help")).showModal());
for (const name of ["filter-state", "filter-kind"]) {
  byId(name).addEventListener("change", () => {
    const value = (id) => /** @type {HTMLSelectElement} */ (byId(id)).value;
    store.setFilter(value("filter-state"), value("filter-kind"));
  });
}
store.addEventListener("filter", () => {
  /** @type {HTMLSelectElement} */ (byId("filter-state")).value = store.filter;
  /** @type {HTMLSelectElement} */ (byId("filter-kind")).value = store.kind;
});

map.root.addEventListener("click", (event) => {
  if (selection.rough) return;
  const place = placeAt(map, event.clientX, event.clientY);
  if (place === null) return;
  // The shortest mark first; clicking again goes to the next one around it.
  const around = store
    .marks()
    .filter((a) => stretches(a).some((s) => {
      const span = map.fromCodePoints(s);
      return span.start <= place && place < span.end;
    }))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const at = around.findIndex((a) => a.id === store.activeId);
  const picked = around.length ? (at + 1) % around.length : -1;
  activate(around[picked]?.id ?? null, { inPlace: true });
  if (around.length > 1) say(texts.one_of.replace("{i}", String(picked + 1)).replace("{n}", String(around.length)));
});

// --- The server --------------------------------------------------------------------------------------------------

sync.addEventListener("state", (event) => {
  const { waiting, isOffline, isSignedOut, error } = /** @type {CustomEvent} */ (event).detail;
  byId("saving").textContent = waiting ? texts.waiting.replace("{n}", String(waiting)) : "";
  if (isOffline !== undefined) byId("offline").hidden = !isOffline;
  if (isSignedOut !== undefined) byId("signed-out").hidden = !isSignedOut;
  if (error) say(error, "error");
});
addEventListener("beforeunload", (event) => {
  if (sync.queue.length) event.preventDefault();
});

sync.addEventListener("run", (event) => {
  const news = status.draw(/** @type {CustomEvent} */ (event).detail);
  if (news) say(news);
});

byId("run-again").addEventListener("click", () => {
  sync.enqueue(async () => {
    status.draw(await api.request(`articles/${settings.article}/runs/`, { method: "POST" }));
    sync.hurry();
  });
});

drawEdges();
sync.load().catch(() => { byId("offline").hidden = false; }).then(() => {
  panel.drawAll();
  document.body.dataset.ready = "true";
  sync.poll();
});
