// The script of the page that keeps a course's progress where every page from a disk has a store of its own: the module's
// pages hold it in a frame and ask (farshelf.js), so that they all have one store after all.

import { answering } from "./answering.js";
import { Safe } from "./safe.js";

// On the web a frame could be anybody's, and what lies here is the learner's alone.
if (parent !== window && location.protocol === "file:") {
  const answer = answering(() => window.localStorage, new Safe(() => window.indexedDB), () => window.sessionStorage);
  const tell = (/** @type {any} */ said) => parent.postMessage({ lactern: "keeper", ...said }, "*");
  // A page from a disk has no origin that could be asked for, but whoever holds the frame can be known.
  addEventListener("message", async ({ source, data }) => {
    if (source === parent && data?.lactern === "module") tell(await answer(data));
  });
  addEventListener("storage", ({ key, newValue }) => tell({ news: key, value: newValue }));
  tell({ ready: true });
}
