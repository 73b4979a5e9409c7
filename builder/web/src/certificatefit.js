// The certificate stays on one sheet, however much a course has to say: right before it is printed, its type is set as large
// as fits on the narrower and the lower of A4 and Letter.

const LARGEST = 12;
const STEP = 0.25;
/** In points. Nobody reads what is smaller: what does not even fit then goes on a second sheet. */
const SMALLEST = 6;
const HEIGHT_MM = 252;
const PX_PER_MM = 96 / 25.4;

/** @param {HTMLElement} certificate */
export function keepOnOneSheet(certificate) {
  const inside = /** @type {HTMLElement} */ (certificate.querySelector(".certificate-inside"));
  addEventListener("beforeprint", () => {
    if (!certificate.getClientRects().length) return;
    certificate.classList.add("on-paper", "is-measured");
    let size = LARGEST;
    const set = () => inside.style.setProperty("--size", `${size}pt`);
    for (set(); size > SMALLEST && certificate.offsetHeight > HEIGHT_MM * PX_PER_MM; set()) size -= STEP;
    certificate.classList.remove("is-measured");
  });
  addEventListener("afterprint", () => {
    certificate.classList.remove("on-paper");
    inside.style.removeProperty("--size");
  });
}
