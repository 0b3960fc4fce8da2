// The page: the tables, the rows of one, and one record.
import { read, useToken } from "./client.js";
import { byId, element, table } from "./dom.js";
import { openRecord } from "./record.js";
import { shown, withoutChecksum } from "./exact.js";

const MOST_COLUMNS = 8;

function say(text, error = false) {
  byId("message").textContent = text;
  byId("message").className = error ? "error" : "";
}

/** Runs what a person asked for, and says what went wrong. */
const asked = task => async event => {
  event?.preventDefault();
  say("");
  try {
    await task();
  } catch (failure) {
    say(failure.message, true);
  }
};

async function showTypes() {
  const { body } = await read("/api");
  byId("types").replaceChildren(...body.meta.types.map(({ type, href }) =>
    element("li", {}, element("button", { onclick: asked(() => showRows(href)), "data-href": href }, type))));
}

async function showRows(address) {
  const { body } = await read(address);
  document.querySelectorAll("#types button").forEach(button => {
    button.toggleAttribute("aria-current", address.startsWith(button.dataset.href));
  });
  const rows = body.data.map(row => ({ ...row, attributes: withoutChecksum(row.attributes ?? {}, row.meta?.etag) }));
  const columns = [...new Set(rows.flatMap(row => Object.keys(row.attributes)))].slice(0, MOST_COLUMNS);
  const again = () => showRows(address).catch(failure => say(failure.message, true));
  const open = row => asked(() => openRecord(row.links.self, say, again));
  byId("rows").replaceChildren(
    table("rows", ["id", ...columns], rows.map(row => [
      element("button", { onclick: open(row), "data-id": row.id }, row.id),
      ...columns.map(column => shown(row.attributes[column])),
    ])),
    ...["prev", "next"].filter(link => body.links?.[link]).map(link =>
      element("button", { onclick: asked(() => showRows(body.links[link])) }, link === "prev" ? "Back" : "More")));
}

byId("access").addEventListener("submit", asked(() => {
  useToken(byId("token").value);
  return showTypes();
}));
asked(showTypes)();
