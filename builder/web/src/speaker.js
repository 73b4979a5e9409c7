// The presenter's page only: Reveal's speaker view, which the deck's script picks up when it starts.

import Notes from "reveal.js/plugin/notes";

/** @type {any} */ (globalThis).lacternPlugins = [Notes];
