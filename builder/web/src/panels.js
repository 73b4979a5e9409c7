// What opens over the page: contents on a small screen, urgent help, search, settings. The browser's own dialog keeps
// focus inside, closes on Escape and gives focus back.

/** Wire every `data-opens` and `data-closes`. @param {Record<string, () => void>} [onOpen] by panel */
export function wirePanels(onOpen = {}) {
  const contents = /** @type {HTMLElement} */ (document.getElementById("contents"));
  const home = document.createComment("contents");
  const drawer = panel("contents");
  const help = document.querySelector("[data-help]");
  const source = document.querySelector("#urgent-help > *");
  if (help && source) help.append(source.cloneNode(true));
  drawer?.addEventListener("close", () => home.parentNode && home.replaceWith(contents));
  const before = {
    ...onOpen,
    contents() {
      contents.replaceWith(home);
      drawer?.append(contents);
    },
  };
  for (const opener of document.querySelectorAll("[data-opens]")) {
    const name = opener.getAttribute("data-opens") ?? "";
    if (opener instanceof HTMLElement) opener.hidden = false;
    if (opener.matches("a")) opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open(name, before);
    });
    opener.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== " " || !opener.matches("a")) return;
      event.preventDefault();
      open(name, before);
    });
  }
  for (const closer of document.querySelectorAll("[data-closes]")) {
    closer.addEventListener("click", (event) => {
      event.preventDefault();
      closer.closest("dialog")?.close();
    });
  }
  for (const one of document.querySelectorAll("dialog.panel")) {
    one.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target === one || target.closest("a[href]")) /** @type {HTMLDialogElement} */ (one).close();
    });
  }
  matchMedia("(min-width: 64rem)").addEventListener("change", () => drawer?.close());
}

/** @param {string} name @param {Record<string, (() => void) | undefined>} before */
function open(name, before) {
  const dialog = panel(name);
  if (!dialog || dialog.open) return;
  for (const other of document.querySelectorAll("dialog[open]")) /** @type {HTMLDialogElement} */ (other).close();
  before[name]?.();
  dialog.showModal();
}

/** @param {string} name */
export function panel(name) {
  return /** @type {HTMLDialogElement | null} */ (document.getElementById(`panel-${name}`));
}
