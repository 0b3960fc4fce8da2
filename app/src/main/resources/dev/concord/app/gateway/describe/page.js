// The page: what its address says is what it shows.
import { hasToken, read, useToken } from "./client.js";
import { ask, asked, byId, element, say } from "./dom.js";
import { showExchanges } from "./exchange.js";
import { follow } from "./live.js";
import { changes, ofRows, parse } from "./place.js";
import { closeRecord, recordIsOld, showNew, showRecord, shownRecord, unsaved } from "./record.js";
import { compareRows, forgetRows, refreshRows, rowsAlone, rowsAreOld, showRows, shownTag } from "./rows.js";
import { typeOf } from "./schema.js";
import { followLink, showStart } from "./start.js";
import { markTable, showTables } from "./tables.js";

let types = [];
let description = {};
let shownHash = location.hash;
let wholeTable = false;
const known = new Map();

/** What is known of a type; found once. */
function describe(type) {
  if (!known.has(type)) known.set(type, typeOf(description, type));
  const one = known.get(type);
  return types.find(each => each.type === type)?.writable === false ? { ...one, writable: false } : one;
}

async function begin() {
  try {
    const { body } = await read("/api");
    types = body.meta?.types ?? [];
    description = (await read("/openapi.json", { quiet: true, accept: "application/json" })).body;
  } catch (refused) {
    if (refused.status === 401) return askForToken(hasToken());
    throw refused;
  }
  known.clear();
  forgetRows();
  byId("access").hidden = !hasToken();
  showTables(types);
  await show();
}

/** Asks for the token in the middle of the page. */
function askForToken(wrong) {
  useToken("");
  types = [];
  showTables([]);
  byId("access").hidden = true;
  closeRecord();
  const input = element("input", { id: "token", type: "password", autocomplete: "off", required: true, "aria-describedby": "token-about" });
  byId("rows").replaceChildren(element("form", { class: "card", onsubmit: asked(() => { useToken(input.value.trim()); return begin(); }) },
    element("h1", {}, "A token is needed"),
    element("p", { id: "token-about" }, "Whoever started this gateway has it. It is kept in this page only, until it is closed or read again."),
    element("label", { for: "token" }, "Token"), input,
    element("p", { class: "wrong", role: "alert", hidden: !wrong }, "This token is not known here."),
    element("button", { class: "primary" }, "Use it")));
  input.focus();
}

async function show() {
  const place = parse(location.hash);
  shownHash = location.hash;
  markTable(place.type);
  document.body.classList.toggle("with-record", place.id !== undefined || place.fresh === true);
  document.title = [place.id, place.rows?.at(-1), "Concord"].filter(Boolean).join(" · ");
  if (place.type === undefined) {
    closeRecord();
    forgetRows();
    follow(undefined);
    return showStart(types, describe);
  }
  const actions = { back: ofRows(place.rows, place.query), written };
  if (place.id === undefined && !place.fresh) closeRecord();
  await showRows(place, describe);
  const record = shownRecord();
  const there = record && record.type === place.type && record.id === place.id && record.fresh === place.fresh;
  if (there) record.at(actions);
  else if (place.fresh) showNew(place, describe(place.type), actions);
  else if (place.id !== undefined) await showRecord(place, describe(place.type), actions);
  const watched = place.id !== undefined ? [place.type, place.id] : place.rows.length === 1 && rowsAlone() ? [place.type] : undefined;
  wholeTable = place.id === undefined;
  follow(watched && changes(watched), told);
}

/** ETags that this page's own writes made, and ids that it deleted: their events are not news. */
const own = new Set();

async function written(id, etag) {
  own.add(etag ?? id);
  await refreshRows();
}

function told(event, row) {
  if (event === "ready" && wholeTable) compareRows().catch(failure => console.info("The rows cannot be compared:", failure.message));
  if (event === "reset" && wholeTable) rowsAreOld();
  if (event !== "changed" && event !== "deleted") return;
  const tag = event === "deleted" ? row.id : row.etag;
  if (own.has(tag)) return;
  const record = shownRecord();
  if (record?.id === row.id && record.etag !== row.etag) recordIsOld(event);
  const shown = shownTag(row.id);
  if (shown !== row.etag && (wholeTable || shown !== undefined)) rowsAreOld(row.id);
}

/** Goes where the address says, unless what was typed would be lost and a person wants to keep it. */
async function go() {
  if (location.hash === shownHash) return;
  const [from, there] = [shownHash, location.hash].map(parse);
  if (unsaved() && (from.type !== there.type || from.id !== there.id || from.fresh !== there.fresh)) {
    const to = location.hash;
    history.replaceState(null, "", shownHash || "#/");
    if (!await ask("Leave what is not saved?", "What you typed in this record is lost if you leave it.", "Leave it", "Stay", { class: "danger" })) return;
    closeRecord();
    history.pushState(null, "", to);
  }
  await show();
}

addEventListener("hashchange", asked(go));
addEventListener("beforeunload", event => { if (unsaved()) event.preventDefault(); });
addEventListener("keydown", event => {
  if (event.key === "Escape" && event.target.closest?.("#record")) byId("record").querySelector("a.close")?.click();
});
byId("access").addEventListener("submit", asked(() => askForToken(false)));
document.querySelectorAll("a[data-open]").forEach(link => link.addEventListener("click", followLink(link.getAttribute("href"))));
document.querySelector("a.skip").addEventListener("click", event => {
  event.preventDefault();
  byId("rows").focus();
});
showExchanges();
asked(begin)().catch(failure => say(failure.message, true));
