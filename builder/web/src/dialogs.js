// Dialogs: the browser's own element keeps the focus inside, closes on Escape and gives the focus back.

/** Lets every `[data-opens]` element open the dialog it names. */
export function openers() {
  document.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const opener = /** @type {HTMLElement | null} */ (target.closest("[data-opens]"));
    if (opener) {
      event.preventDefault();
      openDialog(opener.dataset.opens ?? "");
    } else if (target instanceof HTMLDialogElement) {
      target.close();
    }
  });
}

/**
 * Opens one dialog and closes any other. Its id is longer than its name, for a slide may be called `help` or `search`.
 * @param {string} name
 */
export function openDialog(name) {
  const dialog = document.getElementById(`dialog-${name}`);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  closeDialogs();
  dialog.showModal();
}

/** Closes whatever is open. */
export function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog[open]")) /** @type {HTMLDialogElement} */ (dialog).close();
}

/** Whether a dialog is open. */
export function dialogOpen() {
  return document.querySelector("dialog[open]") !== null;
}
