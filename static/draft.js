/** Keeps what is typed into fields marked `data-draft` in this tab, in case the session expires or the server refuses it. */

for (const field of /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll("[data-draft]"))) {
  const key = `draft-${field.dataset.draft}`;
  field.value = sessionStorage.getItem(key) ?? field.value;
  field.addEventListener("input", () => {
    try {
      sessionStorage.setItem(key, field.value);
    } catch {
      sessionStorage.removeItem(key); // larger than a tab may keep; the form itself still has it
    }
  });
}

// On the next page the text has arrived: the draft has done its work.
if (document.querySelector("[data-draft-done]")) {
  for (const key of Object.keys(sessionStorage).filter((k) => k.startsWith("draft-"))) sessionStorage.removeItem(key);
}
