import assert from "node:assert/strict";
import test from "node:test";

import { foldText, readNumber, sameAnswer } from "../src/fold.js";

test("case, spaces, typographic marks and a full stop do not matter", () => {
  for (const [one, other] of [
    ["Let-Down", "let-down"],
    ["let‑down", "let-down"],
    ["  milk   ejection\u00a0reflex ", "milk ejection reflex"],
    ["mother’s milk", "mother's milk"],
    ["“reflex”", '"reflex"'],
    ["Reflex.", "reflex"],
    ["cafe\u0301", "café"],
    ["Éjection du lait", "ejection du lait"],
    ["Milchspendereflex groß", "milchspendereflex gross"],
    ["حَلِيب", "حليب"],
    ["أوكسيتوسين", "اوكسيتوسين"],
    ["חָלָב", "חלב"],
    ["don´t", "don't"],
    ["don`t", "don't"],
    ["donʼt", "don't"],
    ["don′t", "don't"],
    ["חז״ל", 'חז"ל'],
    ["5″", '5"'],
    ["٥ دقائق", "5 دقائق"],
    ["۵٪", "5%"],
  ]) {
    assert.equal(foldText(one), foldText(other));
  }
  assert.notEqual(foldText("let down"), foldText("let-down"));
});

test("numbers are read with comma or point, signs, groups and a unit", () => {
  const cases = [
    ["5", [5], ""], ["5,5", [5.5], ""], ["5.5", [5.5], ""], [",5", [0.5], ""], ["−3", [-3], ""], ["+2", [2], ""],
    ["5 min", [5], "min"], ["5min.", [5], "min"], ["37,2 °C", [37.2], "°c"], ["1 000", [1000], ""], ["1'000,5", [1000.5], ""],
    ["1.234,5", [1234.5], ""], ["1,234.5", [1234.5], ""], ["1.234.567", [1234567], ""], ["٥٫٥", [5.5], ""], ["5.", [5], ""],
    ["0,125", [0.125], ""], ["0.125", [0.125], ""], ["- 5", [-5], ""], ["− 5 min", [-5], "min"], ["1 000 000", [1000000], ""], ["12 345,5", [12345.5], ""],
    ["1٬000", [1000], ""], ["5 kg/m²", [5], "kg/m2"], ["00,125", [0.125], ""],
  ];
  for (const [text, values, unit] of cases) assert.deepEqual(readNumber(text), { values, unit }, text);
  assert.deepEqual(readNumber("1,000").values.sort((a, b) => a - b), [1, 1000]);
  for (const text of ["", "five", "-", ".", "min 5", null, "5 6", "1 0000", "5-6", "1½", "3e6"]) assert.deepEqual(readNumber(text).values, [], String(text));
});

test("a word that is a number is the same number as others write it", () => {
  for (const [wanted, given] of [["0.5", "0,5"], ["0,5", ".5"], ["5", "٥"], ["5", "۵"], ["5", "5.0"], ["1000", "1,000"], ["1,000", "1000"], ["1,000", "1 000"], ["-5", "− 5"]]) {
    assert.ok(sameAnswer(wanted, given), `${given} for ${wanted}`);
  }
  for (const [wanted, given] of [["1,000", "1"], ["5", "50"], ["5", "5 min"], ["5 min", "5"], ["five", "5"], ["", "5"], ["5", ""]]) {
    assert.ok(!sameAnswer(wanted, given), `${given} for ${wanted}`);
  }
});
