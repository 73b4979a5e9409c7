// Units as learners write them. A right number is never wrong because its unit was written out, in whatever language.

import { foldText, readNumber } from "./fold.js";

/**
 * What is one and the same unit, in the languages that lactern speaks; folded before it is compared. A word that stands
 * in two rows (m for minutes and for metres) is taken for either.
 */
const SAME = [
  "s, sec, secs, second, seconds, sek, sekunde, sekunden, seg, segs, segundo, segundos, seconde, secondes, ثانية, ثوان, שנייה, שניה, שניות",
  "m, min, mins, mn, minute, minutes, minuten, minuto, minutos, دقيقة, دقائق, דקה, דקות, דק'",
  "h, hr, hrs, hour, hours, std, stunde, stunden, hora, horas, heure, heures, ساعة, ساعات, שעה, שעות",
  "d, day, days, tag, tage, tagen, dia, dias, jour, jours, يوم, أيام, יום, ימים",
  "w, wk, wks, week, weeks, woche, wochen, semana, semanas, semaine, semaines, أسبوع, أسابيع, שבוע, שבועות",
  "mo, month, months, monat, monate, monaten, mes, meses, mois, شهر, أشهر, شهور, חודש, חודשים",
  "y, yr, yrs, year, years, jahr, jahre, jahren, año, años, ans, année, années, سنة, سنوات, שנה, שנים",
  "%, percent, per cent, pct, prozent, por ciento, porciento, pour cent, pourcent, بالمئة, بالمائة, في المئة, في المائة, אחוז, אחוזים",
  "µg, ug, mcg, microgram, micrograms, microgramme, microgrammes, mikrogramm, microgramo, microgramos, ميكروغرام, מיקרוגרם",
  "mg, milligram, milligrams, milligramme, milligrammes, milligramm, miligramo, miligramos, ملغ, ملليغرام, ميليغرام, מג, מ\"ג, מיליגרם",
  "g, gr, gram, grams, gramme, grammes, gramm, gramo, gramos, غ, غرام, جرام, גרם",
  "kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, kilogramm, kilogramo, kilogramos, كغ, كيلوغرام, ק\"ג, קילו, קילוגרם",
  "ml, cc, millilitre, millilitres, milliliter, milliliters, millilitern, mililitro, mililitros, مل, ملليلتر, ميليلتر, מל, מ\"ל, מיליליטר",
  "dl, decilitre, decilitres, deciliter, deciliters, deziliter, decilitro, decilitros, ديسيلتر, דציליטר",
  "l, litre, litres, liter, liters, litern, litro, litros, لتر, ليتر, ליטר, ליטרים",
  "oz, fl oz, floz, ounce, ounces, fluid ounce, fluid ounces, unze, unzen, onza, onzas, once, onces, أونصة, אונקיה, אונקיות",
  "mm, millimetre, millimetres, millimeter, millimeters, milimetro, milimetros, ملم, مليمتر, מ\"מ, מילימטר",
  "cm, centimetre, centimetres, centimeter, centimeters, zentimeter, centimetro, centimetros, سم, سنتيمتر, ס\"מ, סנטימטר",
  "m, metre, metres, meter, meters, metro, metros, متر, מטר, מטרים",
  "°c, c, °, celsius, degrees celsius, degrees c, degrees, grad, grad celsius, grados, grados celsius, degrés, degrés celsius, درجة, درجة مئوية, מעלות",
  "°f, f, °, fahrenheit, degrees fahrenheit, degrees f, degrees, grad fahrenheit, grados fahrenheit, degrés fahrenheit, درجة فهرنهايت, פרנהייט",
].map((row) => row.split(", ").map(bare));

/** A unit folded, without the full stops of shortened words. @param {string} unit */
function bare(unit) {
  return foldText(unit).replace(/\./g, "").replace(/\s+/g, " ").trim();
}

const rowsOf = (/** @type {string} */ unit) => SAME.filter((row) => row.includes(unit));

/**
 * Whether what was written behind a number is a unit that we know, and another one than is asked for. Unknown words
 * ("5 or so") are nobody's fault. @param {string} given @param {string} wanted
 */
export function otherUnit(given, wanted) {
  const [whole, asked] = [bare(given), bare(wanted)];
  const first = whole.split(" ")[0];
  if (!whole || !asked || [whole, first].includes(asked)) return false;
  const known = rowsOf(whole).length ? rowsOf(whole) : rowsOf(first);
  const same = rowsOf(asked);
  if (!known.length || known.some((row) => same.includes(row))) return false;
  // "mg" where "mg/dl" is asked for: shortened, not another.
  return same.length > 0 || !asked.startsWith(first);
}

/**
 * What must be asked once more before a typed number can be marked fairly: `number` where not one number can be read in
 * it, `unit` where it is given in another unit, an empty text where all is well (or nothing was typed).
 * @param {{ type: string, unit?: string }} question @param {any} response @returns {"" | "number" | "unit"}
 */
export function unclear(question, response) {
  if (question.type !== "numeric" || !String(response ?? "").trim()) return "";
  const { values, unit } = readNumber(response);
  if (!values.length) return "number";
  return otherUnit(unit, question.unit ?? "") ? "unit" : "";
}

/** The question, or the parts of a case, of which something must be asked once more. @param {any} question @param {any} response @returns {{ part: any, what: "number" | "unit" }[]} */
export function unclearParts(question, response) {
  if (question.type === "case") return question.parts.flatMap((/** @type {any} */ part) => unclearParts(part, response?.[part.id]));
  const what = unclear(question, response);
  return what ? [{ part: question, what }] : [];
}
