// The presenter's page only. Opened as `?speaker` it is the speaker's window; otherwise it shows the slides, and this is
// their link to that window, which the deck's script picks up when it starts.

import { SpeakerLink } from "./speakerlink.js";
import { SpeakerWindow } from "./speakerwindow.js";

const speaks = new URLSearchParams(location.search).has("speaker");

/** @type {any} */ (globalThis).lacternSpeaker = { speaks, link: speaks ? null : new SpeakerLink() };
if (speaks) new SpeakerWindow().begin();
