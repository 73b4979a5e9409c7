// Which key was pressed, by the letter that a keyboard of Latin letters has there: a shortcut printed as “s” must work
// while an Arabic or Hebrew layout is on.

/** @type {Record<string, string>} */
const PLACES = { Slash: "/", Period: ".", Equal: "+", Minus: "-" };

/** @param {KeyboardEvent} event @returns {string} */
export function pressed(event) {
  const { key, code } = event;
  if (key.length > 1 || /^[\x20-\x7e]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code);
  return letter ? letter[1].toLowerCase() : PLACES[code] ?? key;
}
