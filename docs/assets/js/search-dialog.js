// The search dialog: made when it is first asked for, with everything it needs.
import { Names } from "./search-names.js";
import { rank } from "./search-rank.js";
import { make, Results } from "./search-results.js";

const ROOT = new URL("../../../", import.meta.url);
const BUNDLE = new URL("pagefind/", ROOT);
const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const FAMILIES = ["all", "mechanism", "therapy", "guide", "reference"];
const GRADES = { therapy: ["high", "moderate", "low", "very-low"], mechanism: ["M4", "M3", "M2", "M1", "M0"] };
const [WAIT, MOST_PAGES, MOST_REFERENCES, MOST_AFTER_PAGES, SECTIONS_AT_FIRST] = [220, 8, 8, 3, 1];
const [KEPT, REOPEN] = ["search", "search-open"];

let dialog = null;

/** Open the dialog; what the reader last looked for is still in it. */
export async function openSearch() {
  dialog ??= new Dialog();
  await dialog.open();
}

class Dialog {
  constructor() {
    const label = document.querySelector(".search-button").textContent.trim();
    this.family = "all";
    this.most = MOST_PAGES;
    this.turn = 0;
    this.input = make("input", { type: "text", inputmode: "search", enterkeyhint: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-label": label, id: "search-input" });
    this.status = make("p", { className: "search-status", role: "status" });
    this.list = make("ol", { className: "search-list", "aria-label": label });
    this.chips = make("div", { className: "search-families", role: "group" });
    this.close = make("button", { type: "button", className: "search-close", text: "×" });
    this.other = make("a", { className: "search-other" });
    this.hint = make("p", { className: "search-hint" });
    this.more = make("button", { type: "button", className: "search-more", hidden: "" });
    this.grade = make("select", { id: "search-grade" });
    this.gradeLabel = make("label", { for: "search-grade" });
    this.grades = make("div", { className: "search-grades", hidden: "" }, this.gradeLabel, this.grade);
    this.body = make("div", { className: "search-body", tabindex: "-1" }, this.status, this.hint, this.list, this.more);
    this.element = make(
      "dialog",
      { className: "search", role: "dialog", "aria-label": label, "aria-modal": "true" },
      make("form", { role: "search", className: "search-form" }, this.input, this.close),
      make("div", { className: "search-filters" }, this.chips, this.grades, this.other),
      this.body,
    );
    document.body.append(this.element);
    this.style = stylesheet();
    this.listen();
    this.ready = this.load();
  }

  listen() {
    let timer = 0;
    this.input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.search(), WAIT);
    });
    this.element.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      await this.search();
      this.list.querySelector("[data-search-result]")?.click();
    });
    this.close.addEventListener("click", () => this.element.close());
    this.more.addEventListener("click", async () => {
      this.most += MOST_PAGES;
      const shown = this.list.querySelectorAll("[data-search-result]").length;
      await this.draw();
      this.list.querySelectorAll("[data-search-result]")[shown]?.focus();
    });
    this.grade.addEventListener("change", () => this.draw());
    this.element.addEventListener("click", (event) => event.target === this.element && this.element.close());
    this.element.addEventListener("keydown", (event) => this.move(event));
    // A result on this very page only moves it.
    this.list.addEventListener("click", (event) => event.target.closest("a") && this.element.close());
    this.other.addEventListener("click", () => keep(REOPEN, "1"));
  }

  async open() {
    await this.style;
    if (!this.element.open) this.element.showModal();
    this.input.value ||= kept(KEPT);
    this.input.focus();
    this.input.select();
    await this.ready;
    this.other.href = document.querySelector(".languages a:not([aria-current])")?.href ?? "#";
    await this.search();
  }

  async load() {
    try {
      const data = await (await fetch(new URL(`names-${LANGUAGE}.json`, BUNDLE))).json();
      this.names = new Names(data);
      this.crisis = data.crisis;
      this.results = new Results(this.list, data.words, ROOT, LANGUAGE);
      this.label(data.words);
    } catch (error) {
      // The words come with the names; the list of pages is in the menu.
      this.status.textContent = LANGUAGE === "zh" ? "未能载入搜索。" : "The search could not be loaded.";
      return;
    }
    try {
      this.pagefind = await import(new URL("pagefind.js", BUNDLE));
      await this.pagefind.options({ noWorker: true, excerptLength: 22 });
      await this.pagefind.init();
    } catch {
      this.pagefind = null;
    }
  }

  label(words) {
    this.input.placeholder = words.placeholder;
    this.close.setAttribute("aria-label", words.close);
    this.hint.textContent = words.hint;
    this.more.textContent = words.more;
    this.gradeLabel.textContent = words.grade;
    this.chips.setAttribute("aria-label", words.families);
    this.other.textContent = words.other;
    this.other.lang = LANGUAGE === "zh" ? "en" : "zh-CN";
    for (const family of FAMILIES) {
      const chip = make("button", { type: "button", "data-family": family, "aria-pressed": String(family === "all"), text: words[family] });
      chip.addEventListener("click", () => this.choose(family));
      this.chips.append(chip);
    }
  }

  choose(family) {
    this.family = family;
    for (const chip of this.chips.children) chip.setAttribute("aria-pressed", String(chip.dataset.family === family));
    const say = (key) => this.results.say(key);
    const options = (GRADES[family] ?? []).map((grade) => make("option", { value: grade, text: say(grade) }));
    this.grade.replaceChildren(make("option", { value: "", text: say("any-grade") }), ...options);
    this.grades.hidden = !options.length;
    this.draw();
  }

  async search() {
    if (!this.names) return;
    const text = this.input.value.trim();
    keep(KEPT, text);
    const turn = ++this.turn;
    if (!text) {
      this.answer = null;
      return this.draw();
    }
    let answer;
    try {
      answer = await rank(text, this.names, this.pagefind, LANGUAGE);
    } catch {
      answer = await rank(text, this.names, null, LANGUAGE);
    }
    if (turn !== this.turn) return;
    this.answer = answer;
    this.most = MOST_PAGES;
    await this.draw();
  }

  async draw() {
    const { answer, results } = this;
    const references = answer ? await this.loadReferences(answer) : [];
    if (answer !== this.answer) return;
    results.clear();
    this.hint.hidden = Boolean(answer);
    this.more.hidden = true;
    this.status.textContent = "";
    if (!answer) return;
    const pages = this.family === "reference" ? [] : answer.pages.filter((page) => this.passes(page));
    if (answer.crisis) results.crisis(this.crisis);
    if (answer.definition && this.family === "all") results.definition(answer.definition);
    const drawPages = () => this.drawPages(pages);
    const drawReferences = () => this.drawReferences(references);
    for (const step of answer.referencesFirst ? [drawReferences, drawPages] : [drawPages, drawReferences]) step();
    this.announce(pages.length, ["all", "reference"].includes(this.family) ? answer.references.length : 0);
    this.body.scrollTop = 0;
    results.fill(SECTIONS_AT_FIRST);
  }

  drawPages(pages) {
    const shown = pages.filter((page) => !(this.answer.crisis && page.topic?.path === "guide/crisis-help"));
    for (const page of shown.slice(0, this.most)) this.results.page(page, this.answer.words);
    if (shown.length > this.most) this.more.hidden = false;
  }

  /** Load what the references to be shown are called; few of them under pages. */
  loadReferences({ references, referencesFirst, pages }) {
    if (!["all", "reference"].includes(this.family)) return [];
    const beside = pages.length && !referencesFirst ? MOST_AFTER_PAGES : MOST_REFERENCES;
    const most = this.family === "reference" ? this.most : beside;
    return Promise.all(references.slice(0, most).map((result) => result.data()));
  }

  drawReferences(references) {
    if (!references.length) return;
    this.results.heading(this.results.say("reference"));
    for (const data of references) this.results.reference(data, ROOT);
    if (this.family === "reference" && this.answer.references.length > references.length) this.more.hidden = false;
  }

  passes({ topic, planned }) {
    const of = planned ?? topic;
    if (this.family === "all") return true;
    if (of.kind !== this.family) return false;
    return !this.grade.value || Boolean(topic?.grades.includes(this.grade.value));
  }

  announce(pages, references) {
    const { say } = this.results;
    const text = (...parts) => say.apply(this.results, parts);
    const found = pages + references || this.answer.crisis;
    const parts = [found ? text("found", pages, references) : text("nothing", this.input.value.trim())];
    if (!found) parts.push(text("nothing-hint"));
    if (this.answer.readAs) parts.unshift(text("read-as", this.answer.readAs));
    if (this.answer.failed) parts.unshift(text("from-names"));
    if (this.answer.crisis) parts.unshift(text("crisis-link"));
    this.status.textContent = parts.join(LANGUAGE === "zh" ? "　" : " · ");
  }

  /** Move between the results by the arrow keys; up from the first leads back to the input. */
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target === this.grade || event.isComposing) return;
    event.preventDefault();
    const links = [...this.list.querySelectorAll("a")];
    const next = links.indexOf(document.activeElement) + step;
    if (next < 0) this.input.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  }
}

/** Load the dialog's own stylesheet; without it the dialog still works. */
function stylesheet() {
  const link = make("link", { rel: "stylesheet", href: new URL("../search/dialog.css", import.meta.url) });
  const loaded = new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
  });
  document.head.append(link);
  return loaded;
}

function keep(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // The input then lasts for this page only.
  }
}

function kept(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
