// Findings as a list: where, how bad, what is wrong, and what to do.

import { make } from "./pieces.js";

/** @param {import("./live.js").Finding[]} findings @returns {HTMLElement} */
export function listed(findings) {
  const rows = findings.map((one) =>
    make("li", `live-finding is-${one.severity}`, [
      make("p", "live-where", [make("b", "", [one.severity]), ` ${one.file}, line ${one.line} `, make("code", "", [one.code])]),
      make("p", "live-what", [one.message]),
      ...(one.hint ? [make("p", "live-hint", [one.hint])] : []),
      ...(one.related ?? []).map((other) => make("p", "live-hint", [`${other.message}: ${other.file}, line ${other.line}`])),
    ]),
  );
  return make("ol", "live-list", rows);
}
