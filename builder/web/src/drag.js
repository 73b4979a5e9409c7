// Dragging with mouse, pen or finger, as an extra beside buttons and selects. Escape takes it back.

/**
 * @typedef {{ x: number, y: number, dx: number, dy: number }} Reach  where the pointer is in the window, and how far it
 *   has come on the page
 * @typedef {{ begin: () => void, move: (at: Reach) => void, end: (dropped: boolean, at: Reach) => void }} Carried
 */

const EDGE = 56;
const SLACK = 4;

/**
 * Let a thing be dragged by its handle. `may` says whether it can be moved now. The carrying begins when the pointer has
 * come a little way, so that a press stays a press.
 * @param {HTMLElement} handle @param {() => boolean} may @param {Carried} carried
 */
export function carry(handle, may, carried) {
  handle.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || !down.isPrimary || !may()) return;
    const from = { x: down.pageX, y: down.pageY };
    const view = handle.ownerDocument.defaultView ?? window;
    const scale = scaleOf(handle);
    let begun = false;
    let frame = 0;
    let at = { x: down.clientX, y: down.clientY };
    const reach = () => ({ ...at, dx: (at.x + view.scrollX - from.x) / scale, dy: (at.y + view.scrollY - from.y) / scale });

    const move = (/** @type {PointerEvent} */ event) => {
      if (event.pointerId !== down.pointerId) return;
      at = { x: event.clientX, y: event.clientY };
      const now = reach();
      if (!begun && Math.hypot(now.dx, now.dy) < SLACK) return;
      if (!begun) {
        carried.begin();
        frame = view.requestAnimationFrame(scroll);
      }
      begun = true;
      carried.move(now);
    };
    // Near the upper or lower edge of the window the page moves on, as long as the thing is held there.
    const scroll = () => {
      const by = at.y < EDGE ? at.y - EDGE : Math.max(0, at.y - view.innerHeight + EDGE);
      const before = view.scrollY;
      if (by) view.scrollBy({ top: by / 6, behavior: "instant" });
      if (view.scrollY !== before) carried.move(reach());
      frame = view.requestAnimationFrame(scroll);
    };
    const finish = (/** @type {boolean} */ dropped) => {
      for (const [name, hear] of heard) view.removeEventListener(name, hear, true);
      view.cancelAnimationFrame(frame);
      if (begun) carried.end(dropped, reach());
    };
    /** @type {[string, (event: any) => void][]} */
    const heard = [
      ["pointermove", move],
      ["pointerup", (event) => event.pointerId === down.pointerId && finish(true)],
      ["pointercancel", (event) => event.pointerId === down.pointerId && finish(false)],
      ["keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        finish(false);
      }],
    ];
    for (const [name, hear] of heard) view.addEventListener(name, hear, true);
    down.preventDefault();
  });
}

/** How much larger a slide is shown than it is laid out. @param {HTMLElement} element */
function scaleOf(element) {
  const width = element.offsetWidth;
  return width ? element.getBoundingClientRect().width / width || 1 : 1;
}

/** Whether things may slide to their place. */
export const mayMove = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
