// A conflict side by side: as the record was opened, as the database has it now, as it was edited; and a choice for each field.
import { asked, button, byId, element } from "./dom.js";
import { kind, shown } from "./exact.js";
import { automatic, compare, written } from "./merge.js";

/**
 * Shows a conflict in the record's pane. `base`, `now` and `mine` are attributes, `told` the gateway's own merge; `save` is called with what has to be
 * written and whether the gateway can merge without it; `cancel` goes back. Of a `deletion` nothing is to be chosen.
 */
export function showConflict({ title, who, base, now, mine, told, deletion = false, save, cancel }) {
  const suggested = compare(base, now, mine, told);
  const rows = suggested.map(row => ({ ...row })).sort((one, other) => (one.result === "" ? 0 : 1) - (other.result === "" ? 0 : 1));
  const inOrder = () => suggested.map(row => rows.find(each => each.name === row.name));
  const state = element("p", { class: "state", id: "undecided", role: "status" });
  const doIt = button(deletion ? "Delete anyway…" : "Merge and save",
    asked(() => save(written(rows), Boolean(told) && automatic(inOrder(), suggested))), { class: deletion ? "danger" : "primary", id: "merge" });

  function settle() {
    const left = rows.filter(row => row.result === "").length;
    doIt.disabled = !deletion && left > 0;
    state.textContent = deletion ? "" : left ? `${left} ${left === 1 ? "field was" : "fields were"} changed by both: choose which value stays.`
      : "Nothing collides any more.";
    state.classList.toggle("open", left > 0);
  }

  function all(side) {
    rows.forEach(row => { if (row.ours && row.theirs) row.result = side; });
    body.querySelectorAll(`input[value="${side}"]`).forEach(input => { input.checked = rows[input.dataset.row].result === side; });
    settle();
  }

  const body = element("div", { class: "conflict", role: "table", "aria-label": "The versions of the record" },
    element("div", { role: "row", class: "heads" },
      ["Field", "When you opened it", "In the database now", ...(deletion ? [] : ["Your edit"])].map((head, i) =>
        element("span", { role: "columnheader", class: ["", "", "theirs", "mine"][i] }, head))),
    rows.map((row, i) => versions(row, i, deletion, settle)));
  settle();
  const by = [who?.by && `by ${who.by}`, who?.at && `at ${who.at.replace("T", " ").replace(/\.\d+/, "")}`].filter(Boolean).join(" ");
  const pane = byId("record");
  pane.classList.add("deciding");
  pane.querySelector(".title h2").textContent = title;
  pane.append(
    element("p", { class: "muted" }, deletion
      ? `Somebody has changed it since you read it${by ? `, ${by}` : ""}. Nothing was deleted.`
      : `Somebody has saved it since you read it${by ? `, ${by}` : ""}. Nothing was written, and nothing you typed is lost.`),
    state, body,
    element("div", { class: "actions foot" }, doIt,
      !deletion && rows.some(row => row.ours && row.theirs) && [
        button("All as in the database", () => all("now")), button("All as you edited", () => all("mine"))],
      button(deletion ? "Keep it" : "Back to the form", cancel, { class: "quiet" })));
  pane.scrollTop = 0;
  pane.querySelector("h2").focus({ preventScroll: true });
}

function versions(row, i, deletion, settle) {
  const choices = deletion || !(row.ours || row.result === "") ? [] : ["now", "mine", ...(row.result === "merged" ? ["merged"] : [])];
  const choose = side => {
    row.result = side;
    node.classList.remove("open");
    settle();
  };
  const cell = (label, side, value, changed) => {
    const text = value === null || value === undefined ? element("span", { class: "none" }, "null")
      : kind(value) === "text" && value === "" ? element("span", { class: "none" }, "empty") : element("span", { class: "value" }, shown(value));
    const name = element("span", { class: "label" }, label);
    return element("div", { role: "cell", class: `${side} ${changed ? "changed" : ""}` },
      choices.includes(side)
        ? element("label", {}, element("input", {
            type: "radio", name: `choice-${i}`, value: side, checked: row.result === side, "data-row": i, onchange: () => choose(side),
          }), name, text)
        : [name, text]);
  };
  const node = element("div", { role: "row", class: `version ${row.result === "" && !deletion ? "open" : ""}`, "data-name": row.name },
    element("b", { role: "rowheader" }, row.name),
    cell("When you opened it", "base", row.base, false),
    cell("In the database now", "now", row.now, row.theirs),
    deletion ? undefined : cell("Your edit", "mine", row.mine, row.ours),
    row.result === "merged" && !deletion ? cell("Both", "merged", row.merged, true) : undefined);
  return node;
}
