// Joins what the names say with what the full text says, and puts pages in order.
import { readQuery } from "./search-names.js";
import { isChinese } from "./search-text.js";
import { isCrisis } from "./search-crisis.js";

const TEXT_WEIGHT = 0.35;
// A topic that is not written is named only where the query is about it.
const ABOUT = 0.45;
const MOST_PLANNED = 2;
// Each word costs a part of the index: a few telling ones find the same pages.
const MOST_WORDS = 3;
const MOST_WORDS_IF_NAMED = 2;
// A year, a DOI or a PubMed number: the reader wants a publication.
const PUBLICATION = /\b(?:19|20)\d\d\b|\b10\.\d{4,}|\b\d{7,8}\b|\bet al\b/;

/** Return the answer to a query: crisis, reading, pages in order, references in order. */
export async function rank(text, names, pagefind, language) {
  const query = readQuery(text);
  const named = names.find(query);
  const corrected = names.correct(query);
  if (corrected) addCorrected(named, names.find(readQuery(corrected)));
  const words = wordsFor(corrected ? readQuery(corrected) : query, named, language);
  const { topics, references, failed } = await searchText(words, names, pagefind);
  const crisis = isCrisis(query.spaced) || (corrected !== null && isCrisis(corrected));
  // Beside help, only what was named: chance matches have no place there.
  const pages = crisis ? joined(named, new Map()).filter((page) => page.named > ABOUT) : joined(named, topics);
  const publication = PUBLICATION.test(text) && !(pages[0]?.named > 0.8);
  return {
    crisis,
    readAs: corrected && !(named.topics[0]?.score > 0.8) ? corrected : null,
    definition: named.terms.find(({ score, term }) => score > 0.9 && term.id) ?? null,
    words: [...new Set([...query.content.words, ...words.split(" ")])],
    pages: spread(pages, names),
    references: crisis && !publication ? [] : references,
    referencesFirst: publication || (!pages.length && references.length > 0),
    failed,
  };
}

function addCorrected(named, better) {
  for (const found of better.topics) {
    const known = named.topics.find(({ topic }) => topic === found.topic);
    const score = found.score * 0.95;
    if (!known) named.topics.push({ ...found, score });
    else if (score > known.score) Object.assign(known, found, { score });
  }
  named.topics.sort((one, other) => other.score - one.score);
}

/** Return what to look for in the full text: in the page's language, if the names can translate the query. */
function wordsFor(query, named, language) {
  const words = query.content.spaced;
  const foreign = language === "en" ? isChinese(words) : !isChinese(words);
  const enough = foreign ? 0.5 : 0.9;
  // The text speaks of the page's own name more than of an alias, and not of a misspelling at all.
  const term = named.terms.find(({ score }) => score > enough)?.term;
  const topic = named.topics.find(({ score }) => score > enough)?.topic;
  const title = term?.title ?? topic?.title;
  const most = named.topics[0]?.score > 0.5 ? MOST_WORDS_IF_NAMED : MOST_WORDS;
  return telling(title ? readQuery(title).content.spaced : words, most, language);
}

/** Return the longest words, in their order. */
function telling(words, most, language) {
  const segments = [...new Intl.Segmenter(language, { granularity: "word" }).segment(words)];
  const list = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const longest = [...list].sort((one, other) => other.length - one.length).slice(0, most);
  return list.filter((word) => longest.includes(word)).join(" ") || words;
}

/** Ask Pagefind; if no page has all the words, ask for each of them. */
async function searchText(words, names, pagefind) {
  if (!pagefind) return { topics: new Map(), references: [], failed: true };
  const byId = new Map(names.topics.filter(({ id }) => id).map((topic) => [topic.id, topic]));
  const all = await pagefind.search(words);
  let results = all.results;
  const parts = words.split(" ").filter((word) => word.length > 1);
  if (!results.some(({ id }) => byId.has(id)) && parts.length > 1) {
    const each = await Promise.all(parts.slice(0, MOST_WORDS).map((word) => pagefind.search(word)));
    results = merged([results, ...each.map((one) => one.results)]);
  }
  const topics = new Map();
  const best = Math.max(...results.filter(({ id }) => byId.has(id)).map(({ score }) => score), 0) || 1;
  for (const result of results) {
    if (byId.has(result.id)) topics.set(byId.get(result.id), { result, score: result.score / best });
  }
  return { topics, references: results.filter(({ id }) => !byId.has(id)), failed: false };
}

/** Join the results of several searches; a page found by more words comes first. */
function merged(lists) {
  const found = new Map();
  for (const results of lists) {
    const best = results[0]?.score || 1;
    for (const result of results) {
      const known = found.get(result.id);
      const score = result.score / best + (known?.score ?? 0);
      found.set(result.id, { id: result.id, data: known?.data ?? result.data, score });
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

function joined(named, texts) {
  // A topic that is not written has no text to speak for it.
  const bonus = (topic) => (topic.planned && texts.size ? TEXT_WEIGHT * 0.9 : 0);
  const pages = new Map(
    named.topics.map((found) => [found.topic, { ...found, named: found.score, score: found.score + bonus(found.topic) }]),
  );
  for (const [topic, { result, score }] of texts) {
    const known = pages.get(topic) ?? { topic, form: null, term: null, named: 0, score: 0 };
    pages.set(topic, { ...known, result, score: known.named + TEXT_WEIGHT * score });
  }
  return [...pages.values()].sort((one, other) => other.score - one.score);
}

/** Put the nearest written page under each topic that is not written yet, and no page twice. */
function spread(pages, names) {
  const shown = new Set();
  const list = [];
  let planned = 0;
  for (const page of pages) {
    if (!page.topic.planned) {
      if (!shown.has(page.topic)) list.push(page);
      shown.add(page.topic);
      continue;
    }
    if (page.named < ABOUT || planned === MOST_PLANNED) continue;
    planned += 1;
    const near = names.topics[page.topic.near];
    const known = near && pages.find(({ topic }) => topic === near);
    const repeated = !near || shown.has(near);
    if (near) shown.add(near);
    list.push({ planned: page.topic, form: page.form, topic: near, result: known?.result, repeated });
  }
  return list;
}
