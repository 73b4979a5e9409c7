import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { sha256 } from "../src/digest.js";
import { canonical, opened, sealed } from "../src/seal.js";

test("the digest is SHA-256", () => {
  for (const text of ["", "abc", "é – 🙂", ...[54, 55, 56, 63, 64, 65, 119, 120, 1000].map((n) => "x".repeat(n))]) {
    assert.equal(sha256(text), createHash("sha256").update(text).digest("hex"));
  }
});

test("the order of keys and the spaces do not matter, everything else does", () => {
  assert.equal(canonical({ b: [1, { d: null, c: "é" }], a: true, gone: undefined }), '{"a":true,"b":[1,{"c":"é","d":null}]}');
  const text = sealed({ lactern: "x", v: 1, name: "A\u2028B", deep: { list: [1, 0.5] } });
  assert.equal(opened(text, "x", 1).content.name, "A\u2028B");
  assert.equal(opened(`\uFEFF${JSON.stringify(JSON.parse(text))}`, "x", 1).content.v, 1);
  assert.equal(opened(text.replace("0.5", "0.6"), "x", 1).refused, "changed");
  assert.equal(opened(text.replace(/sha256:\w{4}/, "sha256:0000"), "x", 1).refused, "changed");
  assert.equal(opened(text.slice(0, -9), "x", 1).refused, "unreadable");
  assert.equal(opened(text, "y", 1).refused, "not-ours");
  assert.equal(opened(text, "x", 0).refused, "newer");
});
