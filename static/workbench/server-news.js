/** What comes from the server besides marks: whether it answers, how the run goes, who else is here. */

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/**
 * @param {{sync: import("./sync.js").Sync, status: import("./run-status.js").RunStatus, settings: object,
 *   say: (message: string, tone?: string) => void}} parts
 */
export function listenToServer({ sync, status, settings, say }) {
  const { texts } = settings;
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

  listenForVersion(sync, settings, say);
  sync.addEventListener("present", (event) => {
    const names = /** @type {CustomEvent} */ (event).detail;
    byId("present").textContent = names.length ? texts.present.replace("{p}", names.join(", ")) : "";
  });
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
