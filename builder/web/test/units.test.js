import assert from "node:assert/strict";
import test from "node:test";

import { grade } from "../src/grade.js";
import { otherUnit, unclear } from "../src/units.js";

const number = (value, unit = "", tolerance = "0") => ({ id: "n", type: "numeric", points: 1, partial: "all_or_nothing", value, unit, tolerance });
const state = (question, response) => grade(question, response).state;

test("a right number is right with the unit in any of its forms, or in none", () => {
  const given = {
    min: ["5", "5 min", "5min.", "5 mins", "5 minutes", "5 MINUTES", "5 minutos", "5 Minuten", "5 m", "٥ دقائق", "5 דקות", "5 דק׳", "5 minutes or so"],
    minutes: ["5 min", "5 m", "5 minute"],
    "%": ["5%", "5 %", "5 percent", "5 per cent", "5 Prozent", "5 por ciento", "٥٪"],
    percent: ["5 %"],
    "°C": ["5 °C", "5°", "5 C", "5 degrees", "5 degrees Celsius", "5 Grad"],
    "µg": ["5 µg", "5 μg", "5 mcg", "5 micrograms"],
    ml: ["5 mL", "5 millilitres", "5 cc", "5 מ״ל"],
    "mg/dl": ["5 mg/dl", "5 mg", "5 mg/dL."],
    "kg/m²": ["5 kg/m²", "5 kg/m2"],
    feeds: ["5 feeds", "5 feedings a day"],
    "": ["5", "5 min", "5%", "5 feeds"],
  };
  for (const [unit, answers] of Object.entries(given)) {
    for (const answer of answers) {
      assert.equal(state(number("5", unit), answer), "right", `${answer} for ${unit}`);
      assert.equal(unclear(number("5", unit), answer), "", `${answer} for ${unit}`);
      assert.equal(state(number("6", unit), answer), "wrong", `${answer} for 6 ${unit}`);
    }
  }
});

test("a number in another unit is asked for again, and does not count as the one asked for", () => {
  for (const [unit, answer] of [["min", "5 h"], ["min", "5 seconds"], ["min", "5 Stunden long"], ["°C", "5 °F"], ["ml", "5 l"], ["mg", "5 g"], ["µg", "5 mg"], ["%", "5 ml"], ["feeds", "5 h"], ["mm", "5 m"]]) {
    assert.equal(unclear(number("5", unit), answer), "unit", `${answer} for ${unit}`);
    assert.equal(state(number("5", unit), answer), "wrong", `${answer} for ${unit}`);
  }
});

test("what is not one number is asked for again", () => {
  for (const answer of ["five", "about 5", "5 6", "5-6", "5 – 6", "5 or 6", "1/2", "1½", "½", "3e6", "5h30", "min 5"]) {
    assert.equal(unclear(number("5", "min"), answer), "number", answer);
    assert.equal(state(number("5", "min"), answer), "wrong", answer);
  }
  for (const nothing of ["", "  ", null, undefined]) assert.equal(unclear(number("5", "min"), nothing), "");
  assert.equal(unclear({ type: "short" }, "about 5"), "");
});

test("units that are not known are nobody's fault", () => {
  assert.equal(otherUnit("something", "min"), false);
  assert.equal(otherUnit("min", ""), false);
  assert.equal(otherUnit("", "min"), false);
});
