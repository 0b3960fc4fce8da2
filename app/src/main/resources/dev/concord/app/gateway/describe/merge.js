// Three versions of a record side by side: as it was opened, as the database has it now, and as a person wants it.
import { same } from "./exact.js";

/**
 * Compares the attributes. `mine` has only what a person changed. Returns for each attribute that anybody changed its `base`, `now`
 * and `mine`, and what becomes of it: `result` is "now", "mine", "merged" (then `merged` is the value) or "" where a person decides.
 * `told` is what the gateway says of the merge, if it does: it knows what belongs together, and merges texts part by part.
 */
export function compare(base, now, mine, told) {
  const undecided = told && new Set(told.undecided.map(one => one.attribute));
  const names = [...new Set([...Object.keys(now), ...Object.keys(mine)])];
  return names.map(name => one(name, base[name], now[name], name in mine ? mine[name] : base[name], told?.kept?.[name], undecided))
    .filter(row => row.theirs || row.ours);
}

function one(name, base, now, mine, kept, undecided) {
  const theirs = !same(now, base);
  const ours = !same(mine, base);
  const row = { name, base, now, mine, theirs, ours };
  if (undecided?.has(name)) return { ...row, result: "" };
  if (kept !== undefined && !same(kept, now) && !same(kept, mine)) return { ...row, result: "merged", merged: kept };
  if (theirs && ours && !same(now, mine) && kept === undefined) return { ...row, result: "" };
  return { ...row, result: kept === undefined ? (ours && !theirs ? "mine" : "now") : same(kept, now) ? "now" : "mine" };
}

/** What has to be written so that the database's row becomes what was decided. */
export function written(rows) {
  const values = {};
  for (const row of rows.filter(one => one.result !== "")) {
    const value = { now: row.now, mine: row.mine, merged: row.merged }[row.result];
    if (!same(value, row.now)) values[row.name] = value;
  }
  return values;
}

/** Whether the gateway can merge without a person: it decides everything, and nothing was decided otherwise. */
export const automatic = (rows, suggested) =>
  suggested.every((row, i) => row.result !== "" && row.result === rows[i].result);
