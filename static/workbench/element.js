/** Makes elements of the page. */

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string | null | undefined | false)[]} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return made;
}

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);
