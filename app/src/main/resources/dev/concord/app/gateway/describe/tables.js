// The list of tables, and how to come to another one.
import { button, byId, element } from "./dom.js";
import { ofRows } from "./place.js";

const MANY = 12;

/** A name that is broken into lines between its words: after a sign, and before a capital letter. */
const words = name => name.split(/(?<=[_.\-])(?=.)|(?<=[a-z0-9])(?=[A-Z])/).flatMap((word, i) => i ? [element("wbr"), word] : [word]);

/** Shows the tables. */
export function showTables(types) {
  const list = element("ul", { id: "types" }, types.map(({ type, writable }) => element("li", {},
    element("a", { href: ofRows([type]), "data-type": type, title: writable === false ? `${type} can be read only` : undefined }, words(type)))));
  const find = types.length > MANY && element("input", {
    type: "search", placeholder: "Find a table", "aria-label": "Find a table", class: "find",
    oninput: event => {
      const looked = event.target.value.trim().toLowerCase();
      list.querySelectorAll("a").forEach(link => { link.parentNode.hidden = !link.dataset.type.toLowerCase().includes(looked); });
    },
  });
  const toggle = button("Tables", () => {
    const open = byId("tables").classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
  }, { class: "narrow-only toggle", "aria-expanded": "false", "aria-controls": "tables-list" });
  toggle.append(element("b", { id: "table-shown" }), element("span", { class: "arrow", "aria-hidden": "true" }, "▾"));
  byId("tables").replaceChildren(toggle,
    element("div", { id: "tables-list" }, find || undefined,
      types.length ? list : element("p", { class: "muted" }, "There is no table here.")));
}

/** Marks the table that is shown, and puts the list away where it covers the rows. */
export function markTable(type) {
  byId("tables").classList.remove("open");
  byId("tables").querySelector(".toggle")?.setAttribute("aria-expanded", "false");
  byId("table-shown").textContent = type ?? "";
  byId("tables").querySelectorAll("a").forEach(link => {
    if (link.dataset.type === type) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
}
