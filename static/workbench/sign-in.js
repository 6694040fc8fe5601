/** The session has expired: signing in again over the article, as the same person; what waits is sent then. */

/** @param {HTMLDialogElement} dialog @param {object} settings @param {import("./sync.js").Sync} sync */
export function signInDialog(dialog, settings, sync) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const problem = /** @type {HTMLElement} */ (dialog.querySelector("[role=alert]"));
  const waiting = /** @type {HTMLElement} */ (dialog.querySelector("[data-waiting-words]"));
  let isPutOff = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      const answer = await fetch(settings.signIn, { method: "POST", body: new FormData(form), redirect: "manual", credentials: "same-origin" });
      if (answer.type === "opaqueredirect") return dialog.close();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      problem.textContent = page.querySelector("main .error, main .lead")?.textContent ?? answer.statusText;
    } catch {
      problem.textContent = settings.texts.sign_in_unreachable;
    }
  });
  dialog.querySelector("[data-later]")?.addEventListener("click", () => {
    isPutOff = true;
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    form.reset();
    if (!isPutOff) sync.hurry();
  });
  sync.addEventListener("state", (event) => {
    const { isSignedOut } = /** @type {CustomEvent} */ (event).detail;
    if (isSignedOut === false) {
      isPutOff = false;
      if (dialog.open) dialog.close();
    }
  });

  return () => {
    waiting.textContent = sync.queue.length ? settings.texts.unsent.replace("{n}", String(sync.queue.length)) : "";
    // Whoever is writing something is not interrupted: the next look at the server asks again.
    if (dialog.open || isPutOff || document.activeElement?.closest("form, dialog")) return;
    /** @type {HTMLInputElement} */ (form.elements.namedItem("csrfmiddlewaretoken")).value = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
    dialog.showModal();
  };
}
