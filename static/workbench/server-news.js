/** What comes from the server besides marks: whether it answers, how the run goes, who else is here, a newer version. */

import { byId } from "./element.js";
import { RunStatus } from "./run-status.js";

const QUIET_MILLISECONDS = 200; // what is saved sooner needs no word

/**
 * @param {{sync: import("./sync.js").Sync, settings: any, say: (message: string, tone?: string) => void}} parts
 * @returns {RunStatus}
 */
export function listenToServer({ sync, settings, say }) {
  const { texts } = settings;
  const status = new RunStatus(byId("run"), byId("run-bar"), byId("run-again"), settings);
  const saving = byId("saving");
  let timer = 0;
  sync.addEventListener("state", (event) => {
    const { waiting, isOffline, error } = /** @type {CustomEvent} */ (event).detail;
    saving.dataset.waiting = String(waiting);
    clearTimeout(timer);
    if (waiting) timer = window.setTimeout(() => { saving.textContent = texts.waiting.replace("{n}", String(waiting)); }, saving.textContent ? 0 : QUIET_MILLISECONDS);
    else saving.textContent = "";
    if (isOffline !== undefined) byId("offline").hidden = !isOffline;
    byId("panel").classList.toggle("is-failing", waiting > 0 && sync.isFailing);
    if (isOffline && waiting) byId("offline-queue").textContent = texts.unsent.replace("{n}", String(waiting));
    else byId("offline-queue").textContent = "";
    if (error) say(error, "error");
  });
  addEventListener("beforeunload", (event) => {
    if (sync.queue.length) event.preventDefault();
  });
  sync.addEventListener("run", (event) => {
    const news = status.draw(/** @type {CustomEvent} */ (event).detail);
    if (news) say(news);
  });

  listenForVersion(sync, settings, say);
  sync.addEventListener("present", (event) => {
    const names = /** @type {CustomEvent} */ (event).detail;
    byId("present").textContent = names.length ? texts.present.replace("{p}", names.join(", ")) : "";
  });
  return status;
}

/** A newer version of the text: work goes on in this one until the editor goes there, with all she has done sent before. */
function listenForVersion(sync, { texts, version }, say) {
  const form = byId("newer");
  sync.addEventListener("newer", (event) => {
    const number = String(/** @type {CustomEvent} */ (event).detail);
    form.hidden = false;
    byId("newer-words").textContent = texts.newer.replace("{n}", number).replace("{o}", version.number);
    byId("newer-go").textContent = texts.newer_go.replace("{n}", number);
  });
  form.addEventListener("submit", (event) => {
    if (!sync.queue.length) return;
    event.preventDefault();
    say(texts.newer_waits);
    sync.addEventListener("state", () => sync.queue.length || form.submit());
  });
}
