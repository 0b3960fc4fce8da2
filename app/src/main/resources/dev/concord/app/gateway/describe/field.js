// One field of a form: a label, what kind of value belongs there, an editor, and room for an error.
import { button, element } from "./dom.js";
import { kind, shown, typed } from "./exact.js";
import { hint } from "./schema.js";

const LONG = 80;

/**
 * Makes a field, which shows its value only if it is `locked`. `value` is undefined in a new record, where a field that nobody touched is left out. Returns its `node`, `value()`,
 * which throws a sentence, `changed()`, `error(text)` and `focus()`.
 */
export function field(schema, value, id, edited, locked = false) {
  const fresh = value === undefined;
  const fixed = schema.readOnly || locked;
  const choices = choicesOf(schema, value, fresh);
  const control = choices ? select(choices, id) : text(schema, value, id);
  let touched = false;
  let none = value === null;
  const error = element("p", { class: "wrong", id: `${id}-error`, hidden: true });
  const about = element("p", { class: "about", id: `${id}-about` }, schema.about ?? "");
  control.setAttribute("aria-describedby", `${about.id} ${error.id}`);
  if (schema.required) control.setAttribute("aria-required", "true");
  const initial = control.value;

  const as = schema.kinds.length > 1 && !choices && !fixed && element("select", { "aria-label": `${schema.name}: kind of value`, class: "kind" },
    schema.kinds.map(one => element("option", {}, one)));
  if (as) as.value = schema.kinds.includes(kind(value)) ? kind(value) : schema.kinds[0];
  const toNull = schema.nullable && !choices && !fixed && button("null", () => {
    touched = true;
    none = toNull.getAttribute("aria-pressed") !== "true";
    if (none) control.value = "";
    update();
    if (!none) control.focus();
  }, { class: "null", "aria-label": `${schema.name}: no value` });
  const touch = () => {
    touched = true;
    none = control.value === "" && none;
    update();
  };
  control.addEventListener("input", touch);
  as && as.addEventListener("change", touch);

  function update() {
    if (toNull) toNull.setAttribute("aria-pressed", String(none));
    if (!choices) control.setAttribute("placeholder", none ? "null" : fresh && !touched ? "left out" : "");
    wrong("");
    edited?.();
  }

  function wrong(sentence) {
    error.textContent = sentence;
    error.hidden = !sentence;
    control.toggleAttribute("aria-invalid", false);
    if (sentence) control.setAttribute("aria-invalid", "true");
  }

  /** What was typed; the value that was read, if it is as it was; undefined, if it is left out. */
  function current() {
    if (!touched || (control.value === initial && none === (value === null) && (!as || as.value === kind(value)) && !fresh)) return value;
    if (choices) return choices.find(one => one.key === control.value).value;
    if (none) return null;
    const to = as ? as.value : (schema.kinds[0] ?? (fresh ? "text" : kind(value)));
    if (control.value === "" && to !== "text") {
      if (fresh) return undefined;
      if (schema.nullable) return null;
    }
    if (control.value === "" && fresh && schema.format) return undefined;
    if (control.value === "" && schema.format && schema.nullable) return null;
    return typed(control.value, to === "null" ? "text" : to);
  }

  const node = element("div", { class: "field", "data-name": schema.name },
    element("div", { class: "head" },
      element("label", { for: id }, schema.name, schema.required && element("span", { class: "star", title: "A value is needed" }, " *")),
      element("span", { class: "hint" }, schema.readOnly ? "set by the database" : hint(schema)),
      as || undefined, toNull || undefined),
    control, about, error);
  if (fixed) control.setAttribute("readonly", "");
  if (fixed && choices) control.setAttribute("disabled", "");
  update();
  return { name: schema.name, node, value: current, changed: () => touched, error: wrong, focus: () => control.focus() };
}

/** The values to choose from; undefined where a value is typed. */
function choicesOf(schema, value, fresh) {
  const words = schema.choices ?? (schema.kinds.length === 1 && schema.kinds[0] === "yes/no" ? [true, false] : undefined);
  if (!words) return undefined;
  const all = words.map(one => ({ key: String(one), value: one, label: String(one) }));
  if (typeof value === "string" && !words.includes(value)) all.push({ key: value, value, label: value });
  if (schema.nullable || value === null) all.push({ key: "null", value: null, label: "null" });
  if (fresh) all.unshift({ key: "", value: undefined, label: "left out" });
  all.initial = fresh ? "" : value === null ? "null" : String(value);
  return all;
}

function select(choices, id) {
  const made = element("select", { id }, choices.map(one => element("option", { value: one.key }, one.label)));
  made.value = choices.initial;
  return made;
}

/** Long values, and those that may have lines, get more than one line. */
function text(schema, value, id) {
  const typing = shown(value);
  const long = typing.length > LONG || typing.includes("\n") || schema.json || schema.bytes || schema.most > 255;
  const dated = schema.format === "date" && /^(\d{4}-\d\d-\d\d)?$/.test(typing);
  const plain = schema.kinds.length === 1 && schema.kinds[0] === "number";
  const made = long
    ? element("textarea", { id, rows: schema.bytes ? 2 : 3, spellcheck: "false", class: schema.json || schema.bytes ? "code" : undefined })
    : element("input", {
        id, type: dated ? "date" : "text", inputmode: plain ? "decimal" : undefined, autocomplete: "off", spellcheck: "false",
        class: plain ? "number" : undefined,
      });
  made.value = typing;
  return made;
}
