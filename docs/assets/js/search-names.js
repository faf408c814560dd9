// Finds topics and terms by their names: aliases, the other language, pinyin, misspellings, parts of questions.
import { compact, contentOf, distance, isChinese, isStop, normalize, tolerance } from "./search-text.js";

const EXACT = 1;
const FOUND_ENOUGH = 0.3;

/** Hold one name in the forms in which it is compared. */
function prepare(shown, isPinyin = false) {
  const spaced = normalize(shown);
  return { shown, spaced, tight: compact(spaced), chinese: isChinese(spaced), isPinyin };
}

function bigrams(text) {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}

function likeness(one, other) {
  const [first, second] = [bigrams(one), bigrams(other)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size || 1);
}

/** Return how well the name stands inside the query, by the share of the query that it covers. */
function contained(name, query) {
  const inside = name.chinese
    ? name.tight.length > 1 && query.tight.includes(name.tight)
    : name.tight.length > 1 && !name.isPinyin && ` ${query.spaced} `.includes(` ${name.spaced} `);
  if (!inside) return 0;
  const own = compact(contentOf(name.spaced)).length;
  return 0.35 + 0.55 * Math.min(1, own / query.content.tight.length);
}

/** Return how well the query stands inside the name: the beginning of it, or a remembered part. */
function begun(name, query) {
  const typed = query.content.tight;
  if (typed.length < (isChinese(typed) ? 2 : 3) || !name.tight.includes(typed)) return 0;
  const share = typed.length / name.tight.length;
  if (name.tight.startsWith(typed)) return (name.isPinyin ? 0.4 : 0.55) + 0.35 * share;
  const atWord = ` ${name.spaced}`.includes(` ${query.content.spaced}`);
  return name.chinese || atWord ? 0.35 + 0.4 * share : 0;
}

/** Return how many of the query's words are the name's, in any order. */
function shared(name, query) {
  const words = query.content.words;
  if (name.chinese || words.length < 2) return name.chinese ? 0.6 * half(likeness(name.tight, query.content.tight)) : 0;
  const own = contentOf(name.spaced).split(" ");
  const both = words.filter((word) => own.includes(word)).length;
  return both > 1 ? 0.25 + 0.5 * (both / Math.max(words.length, own.length)) : 0;
}

const half = (value) => (value < 0.5 ? 0 : value);

/** Return how like the query a name is that was mistyped. */
function mistyped(name, query) {
  const typed = query.content.tight;
  if (name.chinese) return mistypedChinese(name.tight, query.tight);
  const limit = tolerance(Math.min(typed.length, name.tight.length));
  if (!limit || isChinese(typed)) return 0;
  const wrong = distance(typed, name.tight, limit);
  return wrong > limit ? 0 : 0.75 - 0.1 * wrong;
}

/** Compare each stretch of the query with the name; one wrong character in three or more is let pass. */
function mistypedChinese(name, query) {
  if (name.length < 3 || query.length < name.length) return 0;
  for (let start = 0; start + name.length <= query.length; start++) {
    let wrong = 0;
    for (let i = 0; i < name.length && wrong < 2; i++) wrong += name[i] === query[start + i] ? 0 : 1;
    if (wrong === 1 && name.length / query.length > 0.5) return 0.2 + 0.35 * (name.length / query.length);
  }
  return 0;
}

function score(name, query) {
  if (name.tight === query.tight) return EXACT;
  if (name.tight === query.content.tight) return EXACT - 0.03;
  const found = Math.max(contained(name, query), begun(name, query), shared(name, query));
  return found && !name.chinese ? found : Math.max(found, mistyped(name, query));
}

/** Put a query into the forms in which it is compared. */
export function readQuery(text) {
  const spaced = normalize(text);
  const content = contentOf(spaced);
  return {
    spaced,
    tight: compact(spaced),
    content: { spaced: content, tight: compact(content), words: content.split(" ") },
  };
}

export class Names {
  constructor({ topics, terms }) {
    this.topics = topics;
    this.terms = terms;
    for (const entry of [...topics, ...terms]) {
      entry.forms = [prepare(entry.title), ...entry.names.map((name) => prepare(name)), ...entry.pinyin.map((name) => prepare(name, true))];
    }
    const words = [...topics, ...terms].flatMap((entry) => entry.forms.flatMap((form) => form.spaced.split(" ")));
    this.vocabulary = new Set(words.filter((word) => !isChinese(word)));
  }

  /** Return the query with words that no name has replaced by the nearest that one has. */
  correct(query) {
    const words = query.spaced.split(" ").map((word) => this.nearest(word));
    const corrected = words.join(" ");
    return corrected === query.spaced ? null : corrected;
  }

  nearest(word) {
    if (word.length < 5 || isChinese(word) || this.vocabulary.has(word) || isStop(word)) return word;
    let [best, fewest] = [word, tolerance(word.length) + 1];
    for (const known of this.vocabulary) {
      if (known.length < 4 || (known[0] !== word[0] && fewest < 2)) continue;
      const wrong = distance(word, known, fewest - 1) + (known[0] === word[0] ? 0 : 0.5);
      if (wrong < fewest) [best, fewest] = [known, wrong];
    }
    return best;
  }

  /** Return the topics and terms that the query names, best first, each with the name that it was found by. */
  find(query) {
    const found = new Map();
    const add = (topic, value, form, term) => {
      const known = found.get(topic);
      if (!known) found.set(topic, { topic, score: value, form, term });
      else if (value > known.score) found.set(topic, { topic, score: value + 0.05 * known.score, form, term });
      else known.score += 0.02 * value;
    };
    for (const topic of this.topics) {
      const [value, form] = this.best(topic, query);
      if (value >= FOUND_ENOUGH) add(topic, value * weight(topic, value), form, null);
    }
    const terms = [];
    for (const term of this.terms) {
      const [value, form] = this.best(term, query);
      if (value < FOUND_ENOUGH) continue;
      terms.push({ term, score: value, form });
      if (term.to !== undefined) add(this.topics[term.to], value * 0.97, form, term);
      else if (term.near !== undefined) add(this.topics[term.near], value * 0.8, form, term);
    }
    const byScore = (one, other) => other.score - one.score;
    return { topics: [...found.values()].sort(byScore), terms: terms.sort(byScore) };
  }

  best(entry, query) {
    let [value, by] = [0, null];
    for (const form of entry.forms) {
      const own = score(form, query);
      if (own > value) [value, by] = [own, form];
    }
    return [value, by];
  }
}

/** Let what is special win over what every question names: "exercise for depression" is about exercise. */
function weight(topic, value) {
  return topic.group === "conditions" && value < 0.9 ? 0.85 : 1;
}
