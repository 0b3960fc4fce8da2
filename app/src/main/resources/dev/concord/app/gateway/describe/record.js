// One record: its fields, making, saving and deleting it, and what to do when somebody else was faster.
import { change, create, read, Refused, remove } from "./client.js";
import { showConflict } from "./versions.js";
import { ask, asked, button, byId, element, say } from "./dom.js";
import { same, shown, withoutChecksum, write } from "./exact.js";
import { field } from "./field.js";
import { address, ofRecord, ofRows } from "./place.js";

let open;

/** Whether something was typed that is not saved. */
export const unsaved = () => Boolean(open) && (open.deciding || Object.keys(typedOf(open, true)).length > 0);

/** The record that is shown; undefined where there is none. `at` says that it is shown beside other rows by now. */
export const shownRecord = () => open && {
  type: open.data.type, id: open.id, fresh: Boolean(open.fresh), etag: open.etag,
  at: actions => {
    open.actions = actions;
    byId("record").querySelector("a.close").setAttribute("href", actions.back);
  },
};

/** Puts the record away. */
export function closeRecord() {
  open = undefined;
  byId("record").hidden = true;
  byId("record").replaceChildren();
  byId("record").className = "";
  delete byId("record").dataset.etag;
}

/** Shows a record of a place; `actions` has `written`, called after a write, with what is there now, and `back`, the place without it. */
export async function showRecord(place, type, actions) {
  const at = address([place.type, place.id]);
  const wanted = location.hash;
  const { body, etag } = await read(at);
  if (location.hash !== wanted) return;
  showForm({ type, id: place.id, at, etag, data: body.data, base: body.data.attributes ?? {}, actions });
}

/** Shows an empty form. */
export function showNew(place, type, actions) {
  showForm({ type, fresh: true, at: address([place.type]), data: { type: place.type }, base: {}, actions });
}

function showForm(record, mine = {}) {
  open = record;
  const known = Object.values(record.type.fields).filter(one => !one.checksum);
  const names = record.fresh ? known.map(one => one.name) : Object.keys(withoutChecksum(record.base, record.etag));
  const omitted = record.fresh ? [] : known.map(one => one.name).filter(name => !names.includes(name));
  record.fields = names
    .map(name => record.type.fields[name] ?? { name, kinds: [], nullable: true })
    .filter(one => !record.fresh || !one.readOnly)
    .map((one, i) => field(one, record.fresh ? undefined : record.base[one.name], `field-${i}`, mark, !record.type.writable));
  if (record.fresh && !record.type.fields.id) {
    record.idField = field({ name: "id", kinds: ["text"], nullable: false, about: "Leave it out where the database makes it, or where the key is among the values above." },
      undefined, "field-id", mark);
  }
  const writable = record.type.writable;
  const save = element("button", { class: "primary", disabled: !writable }, record.fresh ? "Create" : "Save");
  const form = element("form", { novalidate: true, onsubmit: asked(() => submit(record)), onkeydown: keys },
    element("div", { class: "problem", role: "alert", id: "problem", hidden: true }),
    record.fields.map(one => one.node), record.idField?.node,
    omitted.length > 0 && element("p", { class: "about" }, `Not shown, because JSON cannot carry it: ${omitted.join(", ")}`),
    element("div", { class: "actions foot" }, save,
      !record.fresh && writable && button("Delete…", asked(() => erase(record)), { class: "danger" }),
      element("span", { class: "muted", id: "edited" }, writable ? "" : "These records can be read only.")));
  show(record, record.fresh ? `New ${record.data.type}` : `${record.data.type} ${record.id}`, form, related(record));
  for (const [name, value] of Object.entries(mine)) retype(record, name, value);
  mark();
}

/** Puts a value back into the form that had been typed there before. */
function retype(record, name, value) {
  const one = record.fields.find(each => each.name === name);
  const control = one?.node.querySelector("input, textarea, select:not(.kind)");
  if (!control) return;
  if (value === null && control.tagName !== "SELECT") return one.node.querySelector("button.null")?.click();
  control.value = shown(value);
  control.dispatchEvent(new Event("input"));
}

function show(record, title, ...content) {
  const pane = byId("record");
  const appearing = pane.dataset.shown !== title || pane.hidden;
  pane.className = "";
  pane.hidden = false;
  pane.dataset.shown = title;
  if (record.etag) pane.dataset.etag = record.etag;
  else delete pane.dataset.etag;
  pane.replaceChildren(
    element("div", { class: "title" },
      element("h2", { tabindex: -1 }, title),
      record.etag && element("code", { class: "tag", title: `ETag ${record.etag}` }, `ETag ${record.etag.slice(1, 9)}…`),
      element("a", { class: "button quiet close", href: record.actions.back, "aria-label": "Close the record" }, "×")),
    element("p", { id: "record-notice", class: "notice", role: "status", hidden: true }),
    ...content);
  if (appearing) {
    pane.scrollTop = 0;
    pane.querySelector("h2").focus({ preventScroll: true });
  }
}

function related(record) {
  const all = Object.entries(record.data.relationships ?? {});
  if (!all.length) return "";
  return element("nav", { class: "related", "aria-label": "Related" }, element("h3", {}, "Related"), element("ul", {}, all.map(([name, one]) => {
    const to = one.data;
    return element("li", {}, element("span", {}, name), " ",
      to === null ? element("span", { class: "none" }, "none")
        : to && !Array.isArray(to) ? element("a", { href: ofRecord(to.type, to.id) }, `${to.type} ${to.id}`)
          : element("a", { href: ofRows([record.data.type, record.id, name]) }, "rows"));
  })));
}

function mark() {
  const edited = byId("edited");
  if (!open || !edited || !open.type.writable) return;
  const number = Object.keys(typedOf(open, true)).length;
  edited.textContent = number ? `${number} ${number === 1 ? "field" : "fields"} not saved` : "";
}

/** Ctrl+Enter and Ctrl+S save from anywhere in the form. */
function keys(event) {
  if ((event.ctrlKey || event.metaKey) && (event.key === "Enter" || event.key.toLowerCase() === "s")) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
}

/** What was typed and is different from what was read. What cannot be read is said at its field, or taken as it is when only `looking`. */
function typedOf(record, looking) {
  const mine = {};
  const wrong = [];
  for (const one of [...(record.idField ? [record.idField] : []), ...record.fields]) {
    try {
      const value = one.value();
      if (record.fresh ? value !== undefined : !same(value, record.base[one.name])) mine[one.name] = value;
    } catch (failure) {
      if (looking) mine[one.name] = null;
      else {
        one.error(`This ${failure.message}.`);
        wrong.push(one);
      }
    }
  }
  if (looking) return mine;
  if (record.fresh) {
    for (const one of record.fields.filter(each => record.type.fields[each.name]?.required && !(each.name in mine))) {
      one.error("A value is needed.");
      wrong.push(one);
    }
  }
  wrong[0]?.focus();
  return wrong.length ? undefined : mine;
}

async function submit(record) {
  if (!record.type.writable || record.busy) return;
  problem("");
  record.fields.forEach(one => one.error(""));
  const mine = typedOf(record);
  if (!mine) return;
  if (record.fresh) await make(record, mine);
  else if (Object.keys(mine).length) await put(record, mine, one => change(record.at, record.etag, one, record.base), mine);
  else say("Nothing was changed.");
}

/** Sends a new record. The same content is sent with the same key, so that it is made once however often the answer is lost. */
async function make(record, { id, ...attributes }) {
  const data = { type: record.data.type, ...(id === undefined || id === "" ? {} : { id: shown(id) }), attributes };
  const content = write(data);
  if (record.sent?.content !== content) record.sent = { content, key: crypto.randomUUID() };
  await attempt(record, () => create(record.at, data, record.sent.key), async ({ body, etag }) => {
    say("Created.");
    const made = body.data;
    if (open === record) {
      showForm({ ...record, fresh: false, sent: undefined, id: made.id, at: address([made.type, made.id]), etag, data: made, base: made.attributes ?? {} });
      location.hash = ofRecord(made.type, made.id);
    }
    await record.actions.written(made.id, etag);
  });
}

/** Changes a record; `sending` is given the resource with what is to be written, `mine` is what a person has typed. */
async function put(record, values, sending, mine) {
  const shownFirst = open;
  await attempt(record, () => sending({ type: record.data.type, id: record.id, attributes: values }), async ({ body, etag }) => {
    say(body.meta?.merge ? "Saved, together with what somebody else has changed." : "Saved.");
    if (open === shownFirst) showForm({ ...record, etag, data: body.data, base: body.data.attributes ?? {} });
    await record.actions.written(record.id, etag);
  }, refused => {
    if (refused.conflict) return decide(record, mine, refused.conflict);
    if (open.deciding) showForm(record, values);
    failed(refused);
  });
}

async function erase(record) {
  const yes = await ask(`Delete ${record.data.type} ${record.id}?`, "It is deleted from the database. This cannot be taken back here.",
    "Delete", "Keep it", { class: "danger" });
  if (!yes) return;
  await attempt(record, () => remove(record.at, record.etag), async () => {
    say("Deleted.");
    closeRecord();
    location.hash = record.actions.back;
    await record.actions.written(record.id, undefined);
  }, refused => {
    if (refused.conflict) return decideDeletion(record, refused.conflict);
    if (open.deciding) showForm(record);
    failed(refused);
  });
}

/** Sends one request at a time, and tells what went wrong to whoever is still there. */
async function attempt(record, sending, succeeded, refused = failed) {
  const shownFirst = open;
  if (shownFirst.busy) return;
  shownFirst.busy = true;
  say("");
  try {
    const answer = await sending();
    shownFirst.busy = false;
    await succeeded(answer);
  } catch (failure) {
    shownFirst.busy = false;
    if (!(failure instanceof Refused) || open !== shownFirst) throw failure;
    refused(failure);
  }
}

/** Says each error at the field that it is about, and the others above the form. */
function failed(refused) {
  const fields = new Map([...open.fields, ...(open.idField ? [open.idField] : [])].map(one => [one.name, one]));
  const others = [];
  let first;
  for (const error of refused.errors.length ? refused.errors : [{ detail: refused.message }]) {
    const name = error.source?.pointer?.match(/^\/data\/(?:attributes\/)?([^/]+)$/)?.[1]?.replaceAll("~1", "/").replaceAll("~0", "~");
    const one = fields.get(name);
    if (one) one.error(error.detail ?? error.title);
    else others.push(error.detail ?? error.title);
    first ??= one;
  }
  const gone = refused.status === 404 && !open.fresh && !first;
  problem(gone ? "Somebody has deleted this record. What you typed is still here; nothing was saved." : others.join(" "));
  first?.focus();
}

function problem(text) {
  const line = byId("problem");
  if (!line) return;
  line.textContent = text;
  line.hidden = !text;
  if (text) line.scrollIntoView({ block: "nearest" });
}

/** Shows both sides of a conflict; `told` is what the gateway said of it. What is decided is a change of the row as it is now. */
function decide(record, mine, { data, current, changed, merge }) {
  const next = { ...record, etag: current.etag, data, base: data.attributes };
  sides(record, mine, next, {
    title: `${data.type} ${data.id} was changed meanwhile`, who: changed, told: merge,
    save: (values, automatic) => {
      if (automatic) return put(record, mine, one => change(record.at, record.etag, one, record.base, true), mine);
      if (!Object.keys(values).length) return showForm(next);
      return put(next, values, one => change(next.at, next.etag, one, next.base), values);
    },
    cancel: () => showForm(record, mine),
  });
}

function decideDeletion(record, { data, current, changed }) {
  const next = { ...record, etag: current.etag, data, base: data.attributes };
  sides(record, {}, next, {
    title: `${data.type} ${data.id} was changed before you deleted it`, who: changed, deletion: true, save: () => erase(next), cancel: () => showForm(next),
  });
}

function sides(record, mine, next, rest) {
  show({ ...record, etag: next.etag }, `${record.data.type} ${record.id}`);
  open = { ...record, deciding: true };
  showConflict({ base: withoutChecksum(record.base, record.etag), now: withoutChecksum(next.base, next.etag), mine, ...rest });
}

/** Says that the record is another one by now, as a stream of changes told. */
export function recordIsOld(event) {
  const notice = byId("record-notice");
  if (!open || !notice || open.deciding) return;
  const record = open;
  notice.hidden = false;
  if (event === "deleted") return notice.replaceChildren("Deleted by somebody else.");
  notice.replaceChildren("Changed by somebody else. ", button(unsaved() ? "Compare" : "Read again", asked(() => again(record)), { class: "link" }));
}

async function again(record) {
  const mine = typedOf(record, true);
  const { body, etag } = await read(record.at);
  if (Object.keys(mine).length) return decide(record, mine, { data: body.data, current: { etag } });
  showForm({ ...record, etag, data: body.data, base: body.data.attributes ?? {} });
  await record.actions.written(record.id, etag);
}
