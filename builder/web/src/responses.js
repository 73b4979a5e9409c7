// The state of a question's form as plain JSON, and back. The form is the state; nothing is kept beside it.

/** @typedef {import("./grade.js").Question} Question */

/** The element of one part of a case. @param {Element} el @param {string} id @returns {HTMLElement} */
export function partElement(el, id) {
  return /** @type {HTMLElement} */ (el.querySelector(`.q[data-question="${CSS.escape(id)}"]`));
}

/** The inputs of this question's answer, without its certainty. @param {Element} el @returns {HTMLInputElement[]} */
export function fields(el) {
  const all = /** @type {NodeListOf<HTMLInputElement>} */ (el.querySelectorAll("input, select, textarea"));
  return [...all].filter((field) => !field.closest(".q-certainty, .q-tally"));
}

const ticked = (/** @type {Element} */ el, /** @type {string} */ name) =>
  fields(el).filter((field) => field.name === name && field.checked).map((field) => field.value);

/** Values of selects, text fields and radio groups, by the id of their row, pair or gap. */
function byPart(/** @type {Element} */ el) {
  /** @type {Record<string, string>} */
  const given = {};
  for (const part of el.querySelectorAll("[data-part]")) {
    const id = part.getAttribute("data-part") ?? "";
    for (const field of fields(part)) {
      if (field.type === "radio" ? field.checked : field.value.trim()) given[id] = field.value;
    }
  }
  return Object.keys(given).length ? given : null;
}

/**
 * What the learner has answered, or null. @param {HTMLElement} el @param {Question} question @returns {any}
 */
export function readResponse(el, question) {
  switch (question.type) {
    case "single":
    case "poll":
    case "scale":
      return ticked(el, el.id)[0] ?? null;
    case "multiple":
    case "hotspot": {
      const chosen = ticked(el, el.id);
      return chosen.length ? chosen : null;
    }
    case "true_false": {
      const [value] = ticked(el, el.id);
      const [reason] = ticked(el, `${el.id}-reason`);
      if (value === undefined && reason === undefined) return null;
      return { value: value === undefined ? null : value === "true", reason: reason ?? null };
    }
    case "short":
    case "numeric":
    case "reflection":
      return fields(el)[0].value.trim() || null;
    case "order":
      return el.hasAttribute("data-touched")
        ? [...el.querySelectorAll(".q-sequence > [data-part]")].map((item) => item.getAttribute("data-part"))
        : null;
    case "case": {
      const given = question.parts.map((/** @type {Question} */ part) => [part.id, readResponse(partElement(el, part.id), part)]);
      const begun = given.filter((/** @type {[string, any]} */ [, response]) => response !== null);
      return begun.length ? Object.fromEntries(begun) : null;
    }
    default:
      return byPart(el);
  }
}

/** Put a response into the form; null empties it. @param {HTMLElement} el @param {Question} question @param {any} response */
export function writeResponse(el, question, response) {
  const tick = (/** @type {string} */ name, /** @type {string[]} */ values) => {
    for (const field of fields(el)) if (field.name === name) field.checked = values.includes(field.value);
  };
  switch (question.type) {
    case "case":
      for (const part of question.parts) writeResponse(partElement(el, part.id), part, response?.[part.id] ?? null);
      return;
    case "true_false":
      tick(el.id, typeof response?.value === "boolean" ? [String(response.value)] : []);
      tick(`${el.id}-reason`, response?.reason ? [response.reason] : []);
      return;
    case "short":
    case "numeric":
    case "reflection":
      fields(el)[0].value = response ?? "";
      return;
    case "order":
      return writeOrder(el, response);
    case "match":
    case "cloze":
    case "matrix":
      for (const part of el.querySelectorAll("[data-part]")) {
        const value = response?.[part.getAttribute("data-part") ?? ""] ?? "";
        for (const field of fields(part)) {
          if (field.type === "radio") field.checked = field.value === value;
          else field.value = value;
        }
      }
      return;
    default:
      tick(el.id, response === null || response === undefined ? [] : [response].flat().map(String));
  }
}

/** Lay the items out as given; null puts back the order they began in. */
function writeOrder(/** @type {HTMLElement} */ el, /** @type {string[] | null} */ response) {
  const list = /** @type {HTMLElement} */ (el.querySelector(".q-sequence"));
  const items = [...list.children];
  list.dataset.start ??= items.map((item) => item.getAttribute("data-part")).join(" ");
  const wanted = response ?? list.dataset.start.split(" ");
  const rank = (/** @type {Element} */ item) => wanted.indexOf(item.getAttribute("data-part") ?? "");
  list.append(...items.sort((one, other) => rank(one) - rank(other)));
  el.toggleAttribute("data-touched", Boolean(response));
  numberPlaces(list);
}

/** Make each item's number say where it stands. @param {Element} list */
export function numberPlaces(list) {
  [...list.children].forEach((item, index) => {
    const select = item.querySelector("select");
    if (select) select.selectedIndex = index;
  });
}

/** How sure the learner says to be: 1 to 3, or 0; of a case, of each part that was told. @param {HTMLElement} el @param {Question} question @returns {import("./answersheet.js").Certainty} */
export function readCertainty(el, question) {
  if (question.type === "case") {
    const given = question.parts.map((/** @type {Question} */ part) => [part.id, readCertainty(partElement(el, part.id), part)]);
    const told = given.filter((/** @type {[string, number]} */ [, level]) => level);
    return told.length ? Object.fromEntries(told) : 0;
  }
  const chosen = /** @type {HTMLInputElement | null} */ (el.querySelector(".q-certainty input:checked"));
  return chosen ? Number(chosen.value) : 0;
}

/** @param {HTMLElement} el @param {Question} question @param {import("./answersheet.js").Certainty} level */
export function writeCertainty(el, question, level) {
  if (question.type === "case") {
    for (const part of question.parts) writeCertainty(partElement(el, part.id), part, typeof level === "number" ? level : level[part.id] ?? 0);
    return;
  }
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (el.querySelectorAll(".q-certainty input"))) {
    field.checked = Number(field.value) === level;
  }
}

/** Whether certainty was told wherever it is asked for. @param {HTMLElement} el @param {Question} question @param {import("./answersheet.js").Certainty} [level] */
export function saidHowSure(el, question, level = 0) {
  const asks = (/** @type {Element} */ one) => Boolean(one.querySelector(".q-certainty"));
  if (question.type !== "case") return !asks(el) || Boolean(level);
  return question.parts.every((/** @type {Question} */ part) => !asks(partElement(el, part.id)) || Boolean(typeof level === "number" ? level : level[part.id]));
}

/** Open or close the form of a question. @param {HTMLElement} el @param {boolean} locked */
export function lock(el, locked) {
  el.classList.toggle("is-locked", locked);
  for (const body of el.matches(".q-case") ? el.querySelectorAll(".q-body") : [el.querySelector(".q-body")]) {
    /** @type {HTMLFieldSetElement} */ (body).disabled = locked;
  }
}
