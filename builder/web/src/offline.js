// Lets a served module open without a network, and says when a newer version of it lies ready. It never changes a page
// under somebody's hands: the new version is shown when the learner says so.

import { button, make } from "./pieces.js";

/**
 * Start the course's service worker. Pages opened from a disk have none, nor has a host without https.
 * @param {string} address of the worker from this page, empty if this build has none
 * @param {import("./pieces.js").Say} say
 */
export function wireOffline(address, say) {
  const workers = navigator.serviceWorker;
  if (!address || !workers || !isSecureContext || !location.protocol.startsWith("http")) return;
  const offer = offering(say);
  const start = async () => {
    try {
      const kept = await workers.register(new URL(address, location.href), { updateViaCache: "none" });
      if (kept.waiting && kept.active) offer(kept.waiting);
      kept.addEventListener("updatefound", () => {
        const fresh = kept.installing;
        fresh?.addEventListener("statechange", () => {
          if (fresh.state === "installed" && kept.active) offer(fresh);
        });
      });
      // Taken down, or just no network: the worker looks which.
      await kept.update().catch(() => kept.active?.postMessage("still-there?"));
    } catch {
      // A browser that keeps nothing: the module is read from the network, as before.
    }
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });

  // Another window has gone over to the new version: this one still shows the old one.
  const controlled = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    if (controlled) offer(null);
  });
}

/** @param {import("./pieces.js").Say} say @returns {(fresh: ServiceWorker | null) => void} */
function offering(say) {
  let asked = false;
  /** @type {ServiceWorker | null} */
  let waiting = null;
  /** @type {HTMLElement | null} */
  let notice = null;

  const reload = () => {
    asked = true;
    const fresh = waiting;
    if (!fresh || fresh.state !== "installed") return location.reload();
    fresh.addEventListener("statechange", () => {
      if (fresh.state === "activated") location.reload();
    });
    fresh.postMessage("take-over");
  };

  return (fresh) => {
    waiting = fresh;
    if (asked || notice || inExam()) return;
    notice = make("div", "newer", [], { role: "status" });
    document.body.append(notice);
    // A live region speaks of what changes in it, not of how it came.
    setTimeout(() => notice?.append(make("span", "", [say("offline.newer")]), button(say("offline.reload"), "", reload)), 100);
  };
}

/** A test is not interrupted: the next page says it. */
const inExam = () => Boolean(document.querySelector('main [data-quiz][data-mode="exam"]'));
