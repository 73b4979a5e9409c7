// Makes one file behave as the pages of a module. All of them lie in it one below the other; the address after the # says
// which one stands: `#/page` or `#/page/anchor`. The others are taken out before the module's own script looks at anything,
// so that it finds what it finds in a module of many files. Turning a page loads the file again from where it lies.

import { decoded } from "./addressed.js";

const MARKED = /^#\/([^/#]*)(?:[/#](.*))?$/s;

/** Page and anchor of an address; null for one that names no page. @param {string} hash */
export function parted(hash) {
  const found = MARKED.exec(hash);
  return found && { name: decoded(found[1]) || "index", anchor: decoded(found[2] ?? "") };
}

/** Of all pages leave the one that is asked for. @returns {string} its name */
export function pick() {
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  const pages = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(":scope > .one-page")]);
  const asked = parted(location.hash)?.name ?? "index";
  const page = pages.find((one) => one.id === `/${asked}`) ?? pages[0];
  const name = page.id.slice(1);
  for (const element of page.querySelectorAll("*")) {
    for (const { name: key, value } of [...element.attributes]) {
      if (value.includes(`~${name}`)) element.setAttribute(key, value.replaceAll(`~${name}`, ""));
    }
  }
  document.title = page.dataset.title ?? document.title;
  document.body.dataset.kind = page.dataset.kind;
  document.body.dataset.page = page.dataset.page;
  const way = page.querySelector(":scope > .way");
  main.replaceChildren(...page.childNodes);
  if (way) main.after(way);
  markContents(name, main);
  return name;
}

/** The contents say where one is, and what stands on this page. @param {string} name @param {HTMLElement} main */
function markContents(name, main) {
  for (const link of document.querySelectorAll(".contents a[href], .bar-home")) {
    if (link.getAttribute("href") === `#/${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const cards = [...main.querySelectorAll(".card[id]")].filter((card) => card.querySelector(":scope > .card-head h2"));
  const stop = document.querySelector(".contents a[aria-current]")?.closest("li");
  if (!stop || cards.length < 2) return;
  const list = document.createElement("ul");
  list.className = "contents-slides";
  for (const card of cards) {
    const link = document.createElement("a");
    link.href = `#/${name}/${card.id}`;
    link.textContent = card.querySelector(".card-head h2")?.textContent ?? "";
    list.append(document.createElement("li"));
    list.lastElementChild?.append(link);
  }
  stop.append(list);
}

/** @param {string} id @param {ScrollBehavior} [behavior] */
function show(id, behavior = "auto") {
  const place = document.getElementById(id);
  if (!place) return;
  document.querySelector(".is-target")?.classList.remove("is-target");
  place.classList.add("is-target");
  place.scrollIntoView({ behavior });
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/** Follow the address: turn pages, jump to places, come back to where one was. @param {string} name of the page that stands */
export function follow(name) {
  let resting = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let turning = false;
  const keep = () => {
    clearTimeout(resting);
    // By then the address is the next page's.
    if (turning) return;
    try {
      history.replaceState({ ...history.state, down: scrollY }, "");
    } catch {
      // Then one comes back to the top of the page.
    }
  };
  history.scrollRestoration = "manual";
  addEventListener("pagehide", keep);
  addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(keep, 200);
  }, { passive: true });

  addEventListener("hashchange", () => {
    clearTimeout(resting);
    const to = parted(location.hash || "#/");
    turning = Boolean(to && to.name !== name);
    if (turning) location.reload();
    else if (to?.anchor) show(to.anchor);
    else if (to) scrollTo({ top: history.state?.down ?? 0 });
  });

  // A plain #anchor would make the address forget its page.
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('a[href^="#"]');
    const href = link?.getAttribute("href") ?? "";
    if (event.defaultPrevented || !href || href.startsWith("#/")) return;
    event.preventDefault();
    show(decoded(href.slice(1)));
  });

  const { down } = history.state ?? {};
  const anchor = parted(location.hash)?.anchor;
  const settle = () => {
    if (down !== undefined) scrollTo({ top: down, behavior: "instant" });
    else if (anchor) show(anchor, "instant");
    return scrollY;
  };
  addEventListener("DOMContentLoaded", () => {
    const at = settle();
    // Letters that have come meanwhile may have moved what is above; not so if the reader has moved, too.
    addEventListener("load", () => scrollY === at && settle(), { once: true });
  }, { once: true });
}

if (globalThis.document?.querySelector(".one-page")) follow(pick());
