// Draws the answer to a query.
const MOST_SECTIONS = 3;

/** Return an element with a class, text and children. */
export function make(tag, { className, text, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(Boolean));
  return element;
}

const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Return text nodes in which the words are marked. */
export function marked(text, words) {
  const wanted = words.filter((word) => word.length > 1).sort((one, other) => other.length - one.length);
  if (!wanted.length) return [text];
  const pieces = text.split(new RegExp(`(${wanted.map(escaped).join("|")})`, "giu"));
  return pieces.map((piece, index) => (index % 2 ? make("mark", { text: piece }) : piece)).filter(Boolean);
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };
const decode = (text) => text.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => ENTITIES[entity]);

/** Return Pagefind's excerpt, whose marks are the only tags in it; spaces between Chinese words are Pagefind's. */
function excerpt(html) {
  const pieces = html.replaceAll("\u200b", "").split(/<mark>(.*?)<\/mark>/s).map(decode);
  return pieces.map((piece, index) => (index % 2 ? make("mark", { text: piece }) : piece)).filter(Boolean);
}

export class Results {
  constructor(list, words, root, language) {
    this.list = list;
    this.words = words;
    this.prefix = new URL(language === "zh" ? "zh/" : "", root).href;
    this.rank = 0;
    this.waiting = [];
    this.list.parentElement.addEventListener("scroll", () => this.fill(1), { passive: true });
    for (const event of ["focusin", "mousemove"]) this.list.addEventListener(event, () => this.fill(1), { passive: true });
  }

  say(key, ...values) {
    return values.reduce((text, value, index) => text.replace(`%${index + 1}`, value), this.words[key] ?? "");
  }

  clear() {
    this.waiting = [];
    this.list.replaceChildren();
    this.rank = 0;
  }

  link(href, ...children) {
    this.rank += 1;
    return make("a", { className: "search-link", href, "data-search-result": this.rank }, ...children);
  }

  crisis(parts) {
    const numbers = parts.map(([text, href]) => (href ? make("a", { href, text }) : text));
    const link = this.link(`${this.prefix}guide/crisis-help/`, this.say("crisis-link"));
    const title = make("h3", { text: this.say("crisis-title") });
    this.list.append(make("li", { className: "search-crisis" }, title, make("p", {}, link), numbers.length ? make("p", {}, ...numbers) : null));
  }

  page(found, words) {
    const item = make("li", { className: "search-page" });
    if (found.planned) {
      const name = make("strong", {}, ...marked(found.planned.title, words));
      item.append(make("p", { className: "search-planned" }, name, " · ", this.say("planned"), this.foundAs(found, found.planned)));
      if (!found.topic) return this.list.append(item);
      item.append(make("p", { className: "search-note", text: this.say("nearest") }));
    }
    this.list.append(item);
    const { topic } = found;
    const href = `${this.prefix}${topic.path}/`;
    const kind = make("span", { className: "search-kind", text: this.say(`one-${topic.kind}`) });
    const title = make("span", { className: "search-title" }, ...marked(topic.title, words));
    item.append(make("h3", {}, found.repeated ? make("a", { className: "search-link", href }, title) : this.link(href, title), " ", kind));
    const as = found.planned ? null : this.foundAs(found, topic);
    if (as) item.append(as);
    item.append(make("p", { className: "search-summary" }, ...marked(topic.summary, words)));
    if (found.result && !found.repeated) this.waiting.push({ item, result: found.result, href });
  }

  foundAs({ form, term }, topic) {
    const shown = form?.shown;
    if (!shown || topic.title.toLowerCase().includes(shown.toLowerCase())) return null;
    const text = term && term.title !== shown ? `${shown} = ${term.title}` : shown;
    return make("span", { className: "search-as", text: this.say("found-as", text) });
  }

  /** Load the sections of the next pages that are in view; each page costs a request, so few at first. */
  async fill(most) {
    for (let filled = 0; filled < most && this.waiting.length; filled++) {
      const bottom = this.list.parentElement.getBoundingClientRect().bottom;
      if (this.waiting[0].item.getBoundingClientRect().top > bottom) return;
      const { item, result, href } = this.waiting.shift();
      await this.sections(item, result, href);
    }
  }

  async sections(item, result, href) {
    const data = await result.data();
    const sections = data.sub_results.filter(({ url, title }) => url.includes("#") && title !== data.meta.title).slice(0, MOST_SECTIONS);
    if (!sections.length) return;
    const drawn = sections.map((section) =>
      make(
        "li",
        {},
        make("a", { className: "search-link", href: `${href}#${section.url.split("#")[1]}`, text: section.title }),
        make("span", { className: "search-excerpt" }, " ", ...excerpt(section.excerpt)),
      ),
    );
    item.append(make("ul", { className: "search-sections" }, ...drawn));
  }

  heading(text) {
    this.list.append(make("li", { className: "search-heading" }, make("h3", { text })));
  }

  reference(data, root) {
    const path = (data.raw_url ?? data.url).replace(/^\//, "");
    const link = this.link(new URL(path, root).href, data.meta.title || path);
    const text = make("span", { className: "search-excerpt" }, ...excerpt(data.excerpt));
    this.list.append(make("li", { className: "search-reference" }, link, text));
  }

  definition({ term }) {
    const href = `${this.prefix}guide/glossary/#${term.id}`;
    const link = make("a", { className: "search-link", href, text: this.say("definition", term.title) });
    this.list.append(make("li", { className: "search-definition" }, link));
  }
}
