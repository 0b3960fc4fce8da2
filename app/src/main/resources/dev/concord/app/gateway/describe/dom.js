// Elements in one expression. Text is always text, never markup.

/** Makes an element: attributes, listeners by names that begin with "on", and what is in it. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export const byId = id => document.getElementById(id);

export function table(className, heads, rows) {
  return element("table", { class: className },
    element("thead", {}, element("tr", {}, ...heads.map(head => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map(cells => element("tr", {}, ...cells.map(cell => element("td", {}, cell))))));
}
