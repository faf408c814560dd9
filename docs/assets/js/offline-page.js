// The controls for saving a language: its size first, then progress, and the way back.
// Without this script they stay hidden, and the page leads to the archive.
import * as store from "./store.js";

const place = document.querySelector(".offline");
const LOCALE = document.documentElement.lang;
const NUMBER = new Intl.NumberFormat(LOCALE);
const PERCENT = new Intl.NumberFormat(LOCALE, { style: "percent" });
const STEPS = 4; // How often progress is said aloud; bar and numbers move all the time.

/** Fill a text of the page with values. */
function say(key, ...values) {
  const text = place.getAttribute(`data-${key}`);
  return values.reduce((filled, value, index) => filled.replaceAll(`%${index + 1}`, value), text);
}

function size(bytes) {
  const digits = { maximumFractionDigits: bytes < 10e6 ? 1 : 0 };
  return `${new Intl.NumberFormat(LOCALE, digits).format(bytes / 1e6)} MB`;
}

/** Name a failure as the reader can use it. */
function reason(error) {
  return { AbortError: "cancelled", QuotaExceededError: "full", InvalidStateError: "busy" }[error.name] ?? "broken";
}

class Language {
  constructor(section) {
    this.name = section.dataset.set;
    for (const part of ["size", "save", "cancel", "remove", "status"]) this[part] = section.querySelector(`.offline-${part}`);
    this.progress = section.querySelector("progress");
    this.save.addEventListener("click", () => this.run());
    this.cancel.addEventListener("click", () => this.stop.abort());
    this.remove.addEventListener("click", () => this.undo());
  }

  /** Show the state; what has just happened is said instead of the plain state. */
  async show(offer, happened = "") {
    this.offer = offer;
    const saved = await store.saved(this.name);
    const current = saved && (!offer || saved.version === offer.version);
    this.save.hidden = !offer || current;
    this.remove.hidden = !saved;
    this.cancel.hidden = this.progress.hidden = true;
    this.save.textContent = say(saved ? "update" : happened === "broken" ? "save-again" : "save");
    this.size.textContent = this.sizes(saved, current);
    const state = saved ? say("saved", saved.version) : say("not-saved");
    this.status.textContent = happened ? say(happened) : state;
  }

  sizes(saved, current) {
    const offer = this.offer ?? saved;
    if (!offer) return say("unknown-size");
    return saved && !current ? say("update-size", size(offer.size)) : say("size", size(offer.size), size(offer.stored), NUMBER.format(offer.pages));
  }

  async run() {
    const { offer } = this;
    this.stop = new AbortController();
    this.save.hidden = this.remove.hidden = true;
    this.cancel.hidden = this.progress.hidden = false;
    this.cancel.focus();
    let happened = "";
    let told = -1;
    const report = (done) => {
      this.progress.value = done / offer.size;
      this.size.textContent = say("working", size(done), size(offer.size));
      const step = Math.floor((done / offer.size) * STEPS);
      if (step === told) return;
      told = step;
      this.status.textContent = say("done", PERCENT.format(step / STEPS));
    };
    report(0);
    try {
      await store.save(this.name, offer, report, this.stop.signal);
    } catch (error) {
      happened = reason(error);
    }
    await this.show(offer, happened);
    (this.save.hidden ? this.remove : this.save).focus();
  }

  async undo() {
    await store.remove(this.name);
    await this.show(this.offer, "removed");
    this.save.focus();
  }
}

let turn = Promise.resolve();

/** Say how many pages are kept; one after the other, so that the last to be asked is the last to be shown. */
function showRead() {
  turn = turn.then(countRead);
  return turn;
}

async function countRead() {
  const [status, button] = [place.querySelector(".offline-read .offline-status"), place.querySelector(".offline-forget")];
  const count = await store.countRead();
  status.textContent = count ? say("read-count", count) : say("read-none");
  button.hidden = !count;
  const nothing = place.querySelector(".offline-nothing");
  nothing.checked = await store.keepsNothing();
  nothing.onchange = async () => {
    await store.keepNothing(nothing.checked);
    await showRead();
  };
  button.onclick = async () => {
    await store.forgetRead();
    await showRead();
  };
}

async function start() {
  const languages = [...place.querySelectorAll("[data-set]")].map((section) => new Language(section));
  place.hidden = false;
  if (!store.isPossible) {
    place.textContent = say("impossible");
    return;
  }
  const offers = await store.offered().catch(() => ({}));
  for (const language of languages) await language.show(offers[language.name]);
  await showRead();
  navigator.serviceWorker.onmessage = showRead; // A page has been kept, such as this one.
}

if (place) start();
