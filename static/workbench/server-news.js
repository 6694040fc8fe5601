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

  sync.addEventListener("present", (event) => {
    const names = /** @type {CustomEvent} */ (event).detail;
    byId("present").textContent = names.length ? texts.present.replace("{p}", names.join(", ")) : "";
  });
}
