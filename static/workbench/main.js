/** Shows the article with its marks and cards. What hands do to them comes with `hands.js`, once the first marks are there. */

import { CardMaker } from "./cards.js";
import { byId } from "./element.js";
import { Gutter, Highlights } from "./highlights.js";
import { Panel } from "./panel.js";
import { Store } from "./store.js";
import { Api, Sync } from "./sync.js";
import { TextMap } from "./text-map.js";

const settings = JSON.parse(byId("workbench-settings").textContent ?? "{}");
const { texts } = settings;
const map = new TextMap(byId("text"));
const store = new Store(settings.user, (span) => map.wordsAt(span));
const api = new Api(settings.api, settings.language);
const sync = new Sync(api, store, settings);
const highlights = new Highlights(map);
const gutter = new Gutter(byId("gutter"), highlights, {
  marks: () => store.marks(),
  activeId: () => store.activeId,
  pick: (id) => activate(id),
  label: (n) => texts.chip.replace("{n}", n),
});
const maker = new CardMaker(settings, map, store);
const panel = new Panel(store, maker, texts);
/** What is being edited, once something can be. @type {import("./editing.js").Editing | null} */
let editing = null;

let activeBefore = null;
store.on("changed", (changed) => {
  highlights.update(changed);
  if (!editing?.extentId) highlights.showActive(store.active);
  panel.draw(changed);
  drawEdges();
});
store.on("active", () => {
  editing?.stop();
  highlights.showActive(store.active);
  panel.drawActive(activeBefore, store.activeId);
  activeBefore = store.activeId;
  drawEdges();
});
store.on("filter", () => {
  panel.drawAll();
  drawEdges();
});

function drawEdges() {
  gutter.schedule();
  for (const [name, number] of Object.entries(store.counts())) {
    for (const place of document.querySelectorAll(`[data-count="${name}"]`)) place.textContent = number.toLocaleString(settings.language);
  }
}
let width = 0;
new ResizeObserver(([{ contentRect }]) => {
  if (contentRect.width === width) return;
  width = contentRect.width;
  gutter.forget();
}).observe(map.root);

const HEAD = 56; // pixels it lies over, and a little

/** On narrow windows the list lies over the lower part of the text. @param {number} top @param {number} bottom in the window */
function bringIntoView(top, bottom) {
  const floor = matchMedia("(max-width: 60rem)").matches ? byId("panel").getBoundingClientRect().top : innerHeight - 80;
  if (top < HEAD || bottom > floor) scrollTo({ top: scrollY + top - Math.max(HEAD, floor / 3) });
}

/** @param {string} message @param {string} tone polite or error */
function say(message, tone = "polite") {
  byId("notice").textContent = message;
  byId("notice").classList.toggle("is-error", tone === "error");
}

/** @param {number | null} id @param {{focus?: boolean, inPlace?: boolean}} options inPlace: the reader has pointed at it */
function activate(id, { focus = false, inPlace = false } = {}) {
  store.activate(id);
  if (id === null) return;
  const place = () => highlights.firstRect(store.byId.get(id));
  if (inPlace) return panel.reveal(id, place().top);
  const { top, bottom } = place();
  bringIntoView(top, bottom);
  if (focus) panel.focus(id, place().top);
}

/** Two frames on, what was drawn has been painted. */
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

async function begin() {
  await sync.load().catch(() => { byId("offline").hidden = false; });
  panel.drawAll();
  await painted();
  performance.mark("marks-shown");
  const { takeHold } = await import("./hands.js");
  editing = takeHold({ settings, texts, map, store, api, sync, highlights, maker, panel, say, activate, bringIntoView });
  const named = Number(new URLSearchParams(location.search).get("mark")); // a queue leads to one mark
  if (store.byId.has(named)) activate(named, { focus: true });
  document.body.dataset.ready = "true";
}

byId("panel").classList.toggle("is-low", matchMedia("(max-width: 40rem)").matches); // a phone shows the text first
begin();
