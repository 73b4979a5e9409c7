// The service worker of one course: keeps its module in the browser, so that it opens without a network.
//
// It lies in the course's folder and sees that folder only. The builder puts `lacternOffline` before it: `pages`, the module
// and all that it needs, are stored whole or not at all, and a page is always drawn from one build (workbox-precaching);
// `more`, what the module leads to, is stored when there is room for it. Films stay on the network.

import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";

/** @typedef {{ url: string, revision: string | null, integrity?: string }} Kept */

const worker = /** @type {any} */ (globalThis);
/** @type {{ version: string, pages: Kept[], more: string[] }} */
const list = worker.lacternOffline;
/** @type {string} */
const scope = worker.registration.scope;
const assets = new URL("../assets/", scope).href;
const cacheName = `lactern-more-${list.version}-${scope}`;
const PATIENCE = 4;

precacheAndRoute(list.pages, { cleanURLs: false });
cleanupOutdatedCaches();

// A name that holds the hash of what is in the file never means anything else.
registerRoute(({ request, url }) => url.href.startsWith(assets) && plain(request), new CacheFirst({ cacheName }));
registerRoute(
  ({ request, url }) => url.href.startsWith(scope) && url.href !== worker.location.href && plain(request),
  new NetworkFirst({ cacheName, networkTimeoutSeconds: PATIENCE }),
);

/** Not a film, nor a piece of one. @param {Request} request */
function plain(request) {
  return !request.headers.has("range") && !["audio", "video", "track"].includes(request.destination);
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fetchMore()));

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(dropEarlier()));

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take-over") worker.skipWaiting();
  if (event.data === "still-there?") event.waitUntil(leaveIfGone());
});

/** One by one, and what fails is left to the network: nobody has asked for these yet. */
async function fetchMore() {
  try {
    const cache = await caches.open(cacheName);
    for (const url of list.more) await cache.add(new Request(url, { cache: "no-cache" })).catch(() => {});
  } catch {
    // No room: they are fetched when they are asked for.
  }
}

/** Remove what earlier builds of this course stored besides the module. */
async function dropEarlier() {
  const own = (await caches.keys()).filter((name) => name.startsWith("lactern-more-") && name.endsWith(`-${scope}`));
  await Promise.all(own.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}

/** A host that no longer has this file has taken the course down: nobody should go on reading it from here. */
async function leaveIfGone() {
  const answer = await fetch(worker.location.href, { cache: "no-store" }).catch(() => null);
  if (!answer || ![404, 410].includes(answer.status)) return;
  await Promise.all((await caches.keys()).filter((name) => name.endsWith(`-${scope}`)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
