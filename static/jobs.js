// Follows jobs that wait or work: moves their progress bars, and reloads the page when one has ended.

const PAUSE_MS = 1000;
const ENDED = new Set(["finished", "failed"]);

/** @param {HTMLElement} place an element with the job's address in `data-job`, a progress bar inside */
async function follow(place) {
  const bar = place.querySelector("progress");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    try {
      const answer = await fetch(place.dataset.job ?? "", { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const job = await answer.json();
      if (ENDED.has(job.state)) return location.reload();
      if (bar && job.total) [bar.max, bar.value] = [job.total, job.done];
    } catch {
      // The server does not answer for a moment: ask again.
    }
  }
}

document.querySelectorAll("[data-job]").forEach((place) => void follow(/** @type {HTMLElement} */ (place)));
