/** Puts the workbench together: one thing is active, one key is one decision. */

import { Actions } from "./actions.js";
import { Api } from "./api.js";
import { listenToButtons } from "./buttons.js";
import { CardMaker, REASONS } from "./cards.js";
import { Check } from "./check.js";
import { Comments } from "./comments.js";
import { Coverage } from "./coverage.js";
import { WordCursor } from "./cursor.js";
import { bulkDialog, findDialog } from "./dialogs.js";
import { Editing } from "./editing.js";
import { Gutter } from "./gutter.js";
import { Highlights } from "./highlights.js";
import { KeySwitch, cursorKeys, listen } from "./keys.js";
import { Panel } from "./panel.js";
import { listenToPointer } from "./pointer.js";
import { RunStatus } from "./run-status.js";
import { TextSelection } from "./selection.js";
import { listenToServer } from "./server-news.js";
import { Store } from "./store.js";
import { Sync } from "./sync.js";
import { TextMap } from "./text-map.js";

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

const settings = JSON.parse(byId("workbench-settings").textContent ?? "{}");
const texts = settings.texts;
const map = new TextMap(byId("text"));
const store = new Store();
const api = new Api(settings.api, settings.language);
const sync = new Sync(api, store, settings);
const selection = new TextSelection(map);
const cursor = new WordCursor(map, selection);
const highlights = new Highlights(map);
const gutter = new Gutter(byId("gutter"), highlights, (id) => activate(id), (n) => texts.chip.replace("{n}", String(n)));
const more = { conflicts: store.conflicts, editing: () => store.editingId, form: (a) => editing.form(a), comments: (a) => comments.section(a) };
const maker = new CardMaker(settings, map, act, more);
const panel = new Panel(byId("panel"), store, maker, texts);
const onListEnd = () => panel.focusSummary();
const actions = new Actions({ api, store, sync, selection, map, settings, say, activate, onListEnd });
const editing = new Editing({ store, actions, panel, cursor, selection, map, settings, say });
const comments = new Comments({ api, store, sync, editing, settings, say });
const check = new Check({ api, store, actions, editing, panel, settings, say, activate });
const coverage = new Coverage({ api, store, sync, actions, map, settings, selection, highlights, say, show });
coverage.addEventListener("change", (event) => panel.countUnlooked(/** @type {CustomEvent} */ (event).detail));
const status = new RunStatus(byId("run"), byId("run-bar"), byId("run-again"), settings);
const openFind = findDialog(byId("find"), map, texts, show);
const decideMany = bulkDialog(byId("bulk"), texts, { say, decide: (op, annotations) => actions.bulk(op, annotations) });

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
  editing.stop();
  highlights.showActive(store.active);
  panel.drawActive(activeBefore, store.activeId);
  activeBefore = store.activeId;
  drawEdges();
});
store.addEventListener("filter", () => {
  panel.drawAll();
  drawEdges();
  [byId("filter-state").value, byId("filter-kind").value] = [store.filter, store.kind];
});

function drawEdges() {
  gutter.schedule(() => store.marks(), () => store.activeId);
  for (const [name, number] of Object.entries(store.counts())) {
    for (const place of document.querySelectorAll(`[data-count="${name}"]`)) place.textContent = number.toLocaleString(settings.language);
  }
}
new ResizeObserver(() => (gutter.forget(), drawEdges())).observe(map.root);

selection.addEventListener("change", (event) => {
  const span = /** @type {CustomEvent} */ (event).detail;
  highlights.showPending(span);
  byId("selected").textContent = span ? map.text.slice(span.start, span.end) : "";
  byId("marking").classList.toggle("has-selection", Boolean(span));
  if (byId("to-here")) byId("to-here").hidden = !span;
  if (!selection.isOwn) cursor.leave();
});

/** Selects a stretch of the text and goes there. @param {{start: number, end: number}} span in UTF-16 units */
function show(span) {
  cursor.begin(span);
  selection.set(span);
  const rect = map.range(span.start, span.end).getBoundingClientRect();
  bringIntoView(rect.top, rect.bottom);
  map.root.focus({ preventScroll: true });
}

/** On narrow windows the list lies over the lower part of the text. @param {number} top @param {number} bottom in the window */
function bringIntoView(top, bottom) {
  const floor = matchMedia("(max-width: 60rem)").matches ? byId("panel").getBoundingClientRect().top : innerHeight - 80;
  if (top < Math.min(120, floor / 3) || bottom > floor) scrollTo({ top: scrollY + top - floor / 3 });
}

/** @param {string} message @param {string} tone polite or error */
function say(message, tone = "polite") {
  byId("notice").textContent = message;
  byId("notice").classList.toggle("is-error", tone === "error");
}

// --- Acting ------------------------------------------------------------------------------------------------------

/** @param {number | null} id @param {{focus?: boolean, inPlace?: boolean}} options inPlace: the reader has pointed at it */
function activate(id, { focus = false, inPlace = false } = {}) {
  store.activate(id);
  if (id === null || inPlace) return;
  const rect = highlights.firstRect(store.byId.get(id));
  bringIntoView(rect.top, rect.bottom);
  if (focus) panel.focus(id);
}

/** @param {string} name @param {number} id @param {string} [value] */
function act(name, id, value) {
  if (name === "edit") editing.fields(id);
  else if (name === "extent") editing.extent(id);
  else if (check.acts[name]) check.acts[name](id, value);
  else actions.act(name, id, value);
}

// --- Keys, buttons, pointer --------------------------------------------------------------------------------------

const onActive = (name) => () => store.active && act(name, store.active.id);
const step = (by) => () => {
  const next = store.neighbour(by);
  if (next) activate(next.id, { focus: true });
};
const reason = (index) => () => actions.giveReason(REASONS[index]);
const help = () => byId("help").showModal();

function escape() {
  editing.stop();
  if (selection.rough) selection.clear();
  else store.activate(null);
}

function enter() {
  if (editing.extentId !== null) editing.saveExtent();
  else if (store.active && map.root.contains(document.activeElement)) panel.focus(store.active.id);
  else map.root.focus();
}

const moveCursor = (unit, by, extend) => cursor.move(unit, by, extend || editing.extentId !== null);
listen(new KeySwitch(byId("single-keys")), byId("bench"), {
  q: () => actions.mark("quote"),
  c: () => actions.mark("claim"),
  f: () => actions.mark("figure"),
  a: onActive("accept"),
  x: onActive("reject"),
  e: onActive("edit"),
  b: onActive("extent"),
  p: () => byId("part-menu").showModal(),
  m: openFind,
  o: () => cursor.flip(),
  j: step(1),
  k: step(-1),
  u: () => actions.revert("undo"),
  "Shift+u": () => actions.revert("redo"),
  "Control+z": () => actions.revert("undo"),
  "Control+Shift+z": () => actions.revert("redo"),
  Delete: onActive("remove"),
  Backspace: onActive("remove"),
  Escape: escape,
  Enter: enter,
  "?": help,
  ...check.keys(),
  "g n": () => coverage.next(),
  ...Object.fromEntries(REASONS.map((_, index) => [String(index + 1), reason(index)])),
}, map.root, cursorKeys(moveCursor), (first) => say(first && texts[`waits_${first}`]));

listenToButtons({ api, store, sync, actions, status, settings, texts, help, openFind, decideMany });
listenToPointer({ map, store, selection, cursor, actions, activate, say, texts });

// --- The server --------------------------------------------------------------------------------------------------

listenToServer({ sync, status, settings, say });

drawEdges();
sync.load().catch(() => { byId("offline").hidden = false; }).then(() => {
  panel.drawAll();
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("marks-shown")));
  const named = Number(new URLSearchParams(location.search).get("mark")); // a queue leads to one mark
  if (store.byId.has(named)) activate(named, { focus: true });
  document.body.dataset.ready = "true";
  coverage.load();
  sync.poll();
});
