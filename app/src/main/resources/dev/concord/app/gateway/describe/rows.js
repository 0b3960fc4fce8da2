// The rows of one table, or those that a record is related to: sorted and filtered by their headers, page by page.
import { read } from "./client.js";
import { asked, button, byId, element, say } from "./dom.js";
import { kind, shown, withoutChecksum } from "./exact.js";
import { address, ofNew, ofRecord, ofRows, withQuery } from "./place.js";

const USUAL = 25;
const SIZES = [25, 100, 500];
const MOST_LETTERS = 200;

let size = USUAL;
let filtering = false;
let view = {};

const keyOf = place => ofRows(place.rows, place.query);

/** Shows the rows of a place, unless they are there already; `describe` says what is known of a type. */
export async function showRows(place, describe) {
  if (view.key === keyOf(place)) return mark(place);
  const query = new URLSearchParams(place.query);
  query.set("page[limit]", size);
  const wanted = location.hash;
  const { body } = await read(address(place.rows, query));
  if (location.hash !== wanted) return;
  filtering = [...place.query.keys()].some(name => name.startsWith("filter["));
  const related = place.rows.length > 1;
  const type = body.data?.[0]?.type ?? (related ? undefined : place.type);
  take(place, type === undefined ? { type: place.rows.at(-1), fields: {} } : describe(type), body, 0);
}

/** Whether each row has an address of its own; rows of views and of tables without a key have none. */
export const rowsAlone = () => view.rows.length === 0 || view.rows.some(row => row.links?.self);

/** Reads the same rows again, without showing the request. */
export async function refreshRows() {
  if (!view.key) return;
  const { body } = await read(view.self, { quiet: true });
  take(view.place, view.type, body, view.from);
}

/** Forgets what is shown, so that it is read again. */
export const forgetRows = () => { view = {}; };

/** The ETag of a row that is shown; undefined where it is not. */
export const shownTag = id => view.rows?.find(row => row.id === id)?.meta?.etag;

/** Says above the rows that they are not what the database has any more. */
export function rowsAreOld(id) {
  const notice = byId("rows-notice");
  if (!notice) return;
  notice.hidden = false;
  if (id !== undefined) document.querySelector(`#rows tr[data-id="${CSS.escape(id)}"]`)?.classList.add("changed");
}

/** Finds out whether the rows are still what the database has: they may have changed before changes were told. */
export async function compareRows() {
  const at = view.self;
  if (!view.key) return;
  const { body } = await read(at, { quiet: true });
  const tags = rows => rows.map(row => `${row.id} ${row.meta?.etag}`).join();
  if (view.self === at && tags(rowsOf(body)) !== tags(view.rows)) rowsAreOld();
}

const rowsOf = body => Array.isArray(body.data) ? body.data : body.data ? [body.data] : [];

function take(place, type, body, from) {
  const rows = rowsOf(body)
    .map(row => ({ ...row, attributes: withoutChecksum(row.attributes ?? {}, row.meta?.etag) }));
  const columns = columnsOf(type, rows);
  view = { key: keyOf(place), place, type, rows, from, self: body.links?.self ?? address(place.rows, place.query), links: body.links ?? {}, meta: body.meta ?? {} };
  const focused = document.activeElement?.dataset?.focus;
  const at = document.querySelector("#rows .grid")?.scrollLeft ?? 0;
  byId("rows").replaceChildren(head(columns), notice(), grid(columns), pager());
  const held = document.querySelector("#rows .grid");
  if (held) held.scrollLeft = at;
  if (focused) byId("rows").querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  mark(place);
}

function columnsOf(type, rows) {
  const described = Object.values(type.fields).filter(field => !field.checksum).map(field => field.name);
  const met = [...new Set(rows.flatMap(row => Object.keys(row.attributes)))];
  return described.length ? [...described, ...met.filter(name => !described.includes(name))] : met;
}

function mark(place) {
  view.place = place;
  document.querySelectorAll("#rows tbody tr").forEach(row => {
    if (place.id !== undefined && row.dataset.id === place.id) row.setAttribute("aria-selected", "true");
    else row.removeAttribute("aria-selected");
  });
}

function head(columns) {
  const { place, type } = view;
  const [table, id, relationship] = place.rows;
  const total = view.meta.total;
  const filtered = [...place.query.keys()].some(name => name.startsWith("filter["));
  return element("div", { class: "title" },
    element("h1", {}, relationship ?? table),
    relationship && element("span", { class: "muted" }, "of ", element("a", { href: ofRecord(table, id) }, `${table} ${id}`)),
    element("span", { class: "muted", id: "total" },
      total === undefined ? "" : `${shown(total)} ${shown(total) === "1" ? "row" : "rows"}${filtered ? " found" : ""}`),
    element("div", { class: "actions" },
      columns.length > 0 && button("Filter", () => {
        filtering = !filtering;
        take(view.place, view.type, { data: view.rows, links: view.links, meta: view.meta }, view.from);
        if (filtering) byId("rows").querySelector(".filters input")?.focus();
        else if (filtered) location.hash = withQuery(view.place, without(place.query, "filter["));
      }, { "aria-pressed": String(filtering), "data-focus": "filter" }),
      button("Read again", asked(async () => {
        const { body } = await read(view.self);
        take(view.place, view.type, body, view.from);
      }), { "data-focus": "again" }),
      type.writable && !relationship && element("a", { class: "button primary", href: ofNew(table, place.query), "data-focus": "new" }, "New record")));
}

const notice = () => element("p", { id: "rows-notice", class: "notice", hidden: true, role: "status" },
  "Changed by somebody else. ", button("Read again", asked(refreshRows), { class: "link" }));

function without(query, prefix) {
  const left = new URLSearchParams(query);
  [...left.keys()].filter(name => name.startsWith(prefix)).forEach(name => left.delete(name));
  return left;
}

function grid(columns) {
  const { rows, type } = view;
  if (!rows.length && !filtering) return element("p", { class: "empty" }, "There are no rows.");
  const numeric = new Set(columns.filter(name =>
    rows.some(row => kind(row.attributes[name]) === "number") && rows.every(row => ["number", "null"].includes(kind(row.attributes[name])))));
  const alone = rowsAlone();
  const keyed = alone && !columns.some(name => rows.every(row => shown(row.attributes[name]) === row.id));
  const shownColumns = columns;
  return element("div", { class: "grid", tabindex: -1 }, element("table", { onkeydown: arrows },
    element("caption", { class: "hidden" }, `Rows of ${type.type}`),
    element("thead", {},
      element("tr", {}, keyed || !shownColumns.length ? header("id", false) : undefined, shownColumns.map(name => header(name, numeric.has(name)))),
      filtering && element("tr", { class: "filters" }, keyed || !shownColumns.length ? element("td") : undefined, shownColumns.map(filter))),
    element("tbody", {}, rows.map(row => line(row, shownColumns, keyed, numeric))),
    !rows.length && element("tfoot", {}, element("tr", {}, element("td", { colspan: shownColumns.length + 1, class: "empty" }, "No row is like that.")))));
}

function header(name, number) {
  const order = view.place.query.get("sort");
  const sorted = order === name ? "ascending" : order === `-${name}` ? "descending" : "none";
  const next = new URLSearchParams(view.place.query);
  if (sorted === "descending") next.delete("sort");
  else next.set("sort", sorted === "ascending" ? `-${name}` : name);
  return element("th", { scope: "col", "aria-sort": sorted, class: number ? "number" : undefined },
    button(name, () => { location.hash = withQuery(view.place, next); }, {
      class: "sort", "data-focus": `sort ${name}`,
      title: { none: "Sort", ascending: "Sort the other way round", descending: "Do not sort" }[sorted],
    }));
}

function filter(name) {
  const parameter = `filter[${name}]`;
  return element("td", {}, element("input", {
    type: "search", "aria-label": `Filter ${name}`, value: view.place.query.get(parameter) ?? "", "data-focus": parameter,
    title: "ana contains, ana* begins with, =x, <>x, >=10, 10..20, null, not null, a; b",
    onchange: event => {
      const query = new URLSearchParams(view.place.query);
      if (event.target.value.trim()) query.set(parameter, event.target.value.trim());
      else query.delete(parameter);
      location.hash = withQuery(view.place, query);
    },
  }));
}

function line(row, columns, keyed, numeric) {
  const to = ofRecord(row.type, row.id, view.place.rows.length === 1 ? view.place.query : undefined);
  const alone = rowsAlone();
  const link = text => element("a", { href: to, "data-focus": `row ${row.id}`, "data-id": row.id }, text);
  const first = keyed || !alone ? undefined : columns.find(name => shown(row.attributes[name]) === row.id);
  return element("tr", { "data-id": row.id, class: alone ? "linked" : undefined, onclick: alone && (event => { if (!event.target.closest("a") && !getSelection().toString()) location.hash = to; }) },
    keyed || !columns.length ? element("th", { scope: "row" }, link(row.id)) : undefined,
    columns.map(name => {
      const value = row.attributes[name];
      const none = value === null || value === undefined;
      const text = shown(value);
      const cell = none ? element("span", { class: "none" }, value === null ? "null" : "…") : text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
      return element(name === first ? "th" : "td", {
        scope: name === first ? "row" : undefined, class: numeric.has(name) ? "number" : undefined, title: text.length > 30 ? text.slice(0, 1000) : undefined,
      }, name === first ? link(text) : cell);
    }));
}

/** The arrow keys go from row to row. */
function arrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("tbody a")) return;
  const links = [...event.currentTarget.querySelectorAll("tbody a")];
  const next = links[links.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function pager() {
  const { links, rows, from, meta } = view;
  const to = (name, start) => button({ first: "First", prev: "Back", next: "Next" }[name], asked(async () => {
    const { body } = await read(links[name]);
    take(view.place, view.type, body, start);
    document.querySelector("#rows .grid")?.scrollTo(0, 0);
  }), { disabled: !links[name] || (name === "first" && from === 0), "data-focus": name });
  const count = rows.length;
  return element("div", { class: "pager" },
    to("first", 0), to("prev", Math.max(0, from - size)), to("next", from + count),
    element("span", { class: "muted" }, count ? `${from + 1}–${from + count}${meta.total === undefined ? "" : ` of ${shown(meta.total)}`}` : ""),
    element("label", { class: "sizes" }, "Rows ", element("select", {
      onchange: asked(async event => {
        size = Number(event.target.value);
        const { place, type } = view;
        forgetRows();
        await showRows(place, () => type);
      }), "data-focus": "size",
    }, SIZES.map(one => element("option", { selected: one === size }, String(one))))));
}
