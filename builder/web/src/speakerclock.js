// The clock of the speaker's window: how long it has taken, what is left, and whether that is as planned, in words.

import { atZero, clockFace, elapsed, pace, planned, rest, soundWatch, started, stopped } from "./pacing.js";

/** @typedef {import("./pacing.js").Stopwatch} Stopwatch */

export class SpeakerClock {
  /**
   * @param {number[]} times seconds of each slide @param {(key: string, values?: Record<string, string | number>) => string} say
   * @param {(name: string, text: string) => void} write @param {(watch: Stopwatch) => void} keep
   */
  constructor(times, say, write, keep) {
    this.times = times;
    this.say = say;
    this.write = write;
    this.keep = keep;
    /** @type {Stopwatch} */
    this.watch = atZero();
    this.at = 0;
    const language = document.documentElement.lang || "en";
    this.hours = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", numberingSystem: "latn" });
  }

  get elapsed() {
    return elapsed(this.watch, Date.now());
  }

  get pace() {
    return pace(this.elapsed, planned(this.times, this.at));
  }

  /** The clock as it was kept elsewhere. A slide that was on show goes on from the time it had. @param {unknown} found @param {number} [at] */
  restore(found, at = this.at) {
    const laps = [soundWatch(found).lap, this.watch.lap];
    this.watch = soundWatch(found);
    this.at = at;
    this.watch.lap = laps.find((lap) => lap.at === at) ?? { at, from: this.elapsed };
    this.show();
  }

  /** @param {number} at the slide that is on show now @param {boolean} onwards by a step forward, with which a waiting clock starts */
  go(at, onwards) {
    if (onwards && this.watch.armed) this.set(started(this.watch, Date.now()));
    if (at !== this.at) this.watch = { ...this.watch, lap: { at, from: this.elapsed } };
    this.at = at;
    this.show();
  }

  toggle() {
    this.set(this.watch.since === null ? started(this.watch, Date.now()) : stopped(this.watch, Date.now()));
  }

  reset() {
    this.set({ ...atZero(), lap: { at: this.at, from: 0 } });
  }

  /** @param {Stopwatch} watch */
  set(watch) {
    this.watch = watch;
    this.keep(watch);
    this.show();
  }

  show() {
    const { say, write } = this;
    const [gone, now, plan] = [this.elapsed, Date.now(), planned(this.times, this.at)];
    const here = Math.max(0, gone - this.watch.lap.from);
    const left = plan.total - gone;
    write("clock", this.hours.format(now));
    write("elapsed", clockFace(gone));
    write("timer", say(this.watch.since === null ? "start" : "stop"));
    write("left-name", say(left < 0 ? "over" : "left"));
    write("left", plan.total ? clockFace(Math.ceil(Math.abs(left))) : "");
    write("here", plan.here ? say("used", { used: clockFace(here), planned: clockFace(plan.here) }) : clockFace(here));
    write("ends", plan.total ? say("ends", { time: this.hours.format(now + rest(plan, here) * 1000) }) : "");
    const told = this.watch.since === null ? (this.watch.armed ? "waiting" : "stopped") : "";
    const { key, n } = this.pace;
    write("pace", told ? say(told) : plan.total ? say(key, { n }) : "");
    document.documentElement.dataset.pace = told || !plan.total ? "" : key;
  }
}
