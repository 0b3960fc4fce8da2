// Changes that others make, as the gateway tells them: one stream at a time, and none while nobody looks at the page.
import { watch } from "./client.js";

let stop;
let wanted;

/** Watches an address from now on, and nothing else; `event` is called with each event's name and data. */
export function follow(address, event) {
  if (wanted && wanted.address === address) {
    wanted.event = event;
    return;
  }
  wanted = address === undefined ? undefined : { address, event };
  begin();
}

function begin() {
  stop?.abort();
  stop = undefined;
  if (!wanted || document.hidden) return;
  stop = new AbortController();
  const { signal } = stop;
  watch(wanted.address, signal, (name, data) => { if (!signal.aborted) wanted?.event(name, data); })
    .catch(ended => { if (ended.name !== "AbortError") console.info("Changes are not told any more:", ended.message); });
}

document.addEventListener("visibilitychange", begin);
