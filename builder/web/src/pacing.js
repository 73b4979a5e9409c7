// Whether a talk keeps to its plan. A plan is the seconds that each slide is given; all times are in seconds.

/** From here on a talk is said to be ahead or behind: who is told of seconds looks at the clock and not at the room. */
const SLACK = 45;

/** @typedef {{ before: number, here: number, total: number }} Plan  the time that is over when the slide begins, its own, and all */
/** @typedef {{ at: number, from: number }} Lap  the slide that is on show, by its place, and what had passed (s) when it came up */
/** @typedef {{ since: number | null, passed: number, armed: boolean, lap: Lap }} Stopwatch  running since a moment (ms), with what had passed before; armed while it waits for the first step */

/** The plan as it stands at one slide. @param {number[]} times @param {number} at @returns {Plan} */
export function planned(times, at) {
  const sum = (/** @type {number[]} */ some) => some.reduce((all, one) => all + one, 0);
  return { before: sum(times.slice(0, at)), here: times[at] ?? 0, total: sum(times) };
}

/**
 * On time as long as the slide's own time is running; early before it begins and late when it is over.
 * @param {number} elapsed @param {Plan} plan
 * @returns {{ key: "on-time" | "ahead" | "behind", n: number }} with whole minutes
 */
export function pace(elapsed, plan) {
  const early = plan.before - elapsed;
  const late = elapsed - plan.before - plan.here;
  const off = Math.max(early, late);
  if (off < SLACK) return { key: "on-time", n: 0 };
  return { key: early > late ? "ahead" : "behind", n: Math.max(1, Math.round(off / 60)) };
}

/** What is still to come when slides take their time: the rest of this one, where any is left of it, and those behind it. @param {Plan} plan @param {number} onSlide */
export function rest(plan, onSlide) {
  return Math.max(0, plan.here - onSlide) + plan.total - plan.before - plan.here;
}

/** @returns {Stopwatch} */
export function atZero() {
  return { since: null, passed: 0, armed: true, lap: { at: 0, from: 0 } };
}

/** What was kept of a stopwatch, or one at zero for anything else. @param {any} found @returns {Stopwatch} */
export function soundWatch(found) {
  const runs = found?.since === null || Number.isFinite(found?.since);
  if (!runs || !Number.isFinite(found.passed) || found.passed < 0) return atZero();
  const lap = Number.isInteger(found.lap?.at) && Number.isFinite(found.lap.from) ? { at: found.lap.at, from: found.lap.from } : { at: -1, from: 0 };
  return { since: found.since, passed: found.passed, armed: found.armed === true, lap };
}

/** Seconds on a stopwatch. @param {Stopwatch} watch @param {number} now in milliseconds */
export function elapsed(watch, now) {
  return watch.passed + (watch.since === null ? 0 : Math.max(0, now - watch.since) / 1000);
}

/** @param {Stopwatch} watch @param {number} now @returns {Stopwatch} */
export function started(watch, now) {
  return { ...watch, since: watch.since ?? now, armed: false };
}

/** @param {Stopwatch} watch @param {number} now @returns {Stopwatch} */
export function stopped(watch, now) {
  return { ...watch, since: null, passed: elapsed(watch, now), armed: false };
}

/** Seconds as a clock shows them: 4:05, and from an hour on 1:04:05. @param {number} seconds */
export function clockFace(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
