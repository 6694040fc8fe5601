/** What is seldom asked for, and needs the server anyway: earlier verdicts, deciding on many, signing in again. Fetched when it is asked for. */

import { element, who } from "./element.js";
import { csrfToken } from "./sync.js";

const PREVIEW_SHOWN = 8; // of those that would be decided on at once

/** Earlier verdicts. @param {object[]} verdicts @param {object} settings @returns {Node} */
export function verdictHistory(verdicts, settings) {
  const { texts, words } = settings;
  const row = ({ status, by, at, correction, question, note }) => {
    const said = [correction, question, note].filter(Boolean).join(" · ");
    return element("li", {}, `${words.verdictSign[status]} ${words.verdict[status]}`, element("span", { class: "muted" }, ` · ${who(by, at, settings)}`), said && `: ${said}`);
  };
  return element("ol", { class: "reasons" }, ...(verdicts.length ? verdicts.map(row) : [element("li", { class: "muted" }, texts.history_empty)]));
}

/**
 * Names how many and which before anything happens.
 * @param {HTMLDialogElement} dialog @param {object[]} annotations @param {string} question @param {Record<string, string>} texts @param {() => void} decide
 */
export function askFirst(dialog, annotations, question, texts, decide) {
  const [title, list, confirm] = ["h2", "ul", "[value=go]"].map((place) => /** @type {any} */ (dialog.querySelector(place)));
  title.textContent = question.replace("{n}", annotations.length);
  const rest = annotations.length - PREVIEW_SHOWN;
  list.replaceChildren(
    ...annotations.slice(0, PREVIEW_SHOWN).map((a) => element("li", {}, a.exact)),
    ...(rest > 0 ? [element("li", { class: "muted" }, texts.and_more.replace("{n}", rest))] : []),
  );
  dialog.returnValue = "";
  dialog.showModal();
  confirm.focus();
  dialog.addEventListener("close", () => dialog.returnValue === "go" && decide(), { once: true });
}

/** The session has expired: signing in again over the article, as the same person; what waits is sent then. @param {HTMLDialogElement} dialog @param {object} settings @param {import("./sync.js").Sync} sync */
export function signInDialog(dialog, settings, sync) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const problem = /** @type {HTMLElement} */ (dialog.querySelector("[role=alert]"));
  const waiting = /** @type {HTMLElement} */ (dialog.querySelector("[data-waiting-words]"));
  let isPutOff = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      const answer = await fetch(settings.signIn, { method: "POST", body: new FormData(form), redirect: "manual" });
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
  sync.on("state", ({ isSignedOut }) => {
    if (isSignedOut === false) {
      isPutOff = false;
      if (dialog.open) dialog.close();
    }
  });

  return () => {
    waiting.textContent = sync.queue.length ? settings.texts.unsent.replace("{n}", sync.queue.length) : "";
    // Whoever is writing something is not interrupted: the next look at the server asks again.
    if (dialog.open || isPutOff || document.activeElement?.closest("form, dialog")) return;
    /** @type {HTMLInputElement} */ (form.elements.namedItem("csrfmiddlewaretoken")).value = csrfToken();
    dialog.showModal();
  };
}
