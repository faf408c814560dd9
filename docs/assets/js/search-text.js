// Brings queries and names into one form, so that they can be compared.
import { simplify } from "./search-traditional.js";

const BORDER = /(?<=\p{Script=Han})(?=[^\p{Script=Han}\s])|(?<=[^\p{Script=Han}\s])(?=\p{Script=Han})/gu;
const EN_STOP = new Set(
  ("a an the is are am was were be been being do does did done can could will would shall should may might must i me my " +
    "mine you your he she it its we they them this that these those what which who whom whose when where why how and or " +
    "if of in on at to for from with by about as than then there here not no so very really just please tell explain " +
    "mean means meaning have has had get gets got much many long often any some work works working help helps use used " +
    "caused cause causes because im i'm whats what's people someone person s t").split(" "),
);
const ZH_STOP = [
  "为什么", "是不是", "会不会", "能不能", "可不可以", "有没有", "要不要", "怎么样", "怎么办", "怎样", "怎么", "如何",
  "多长时间", "多久", "多少", "什么是", "是什么", "什么", "哪些", "哪个", "哪种", "请问", "可以", "需要", "应该", "到底",
  "引起的", "导致的", "引起", "导致", "造成", "有用吗", "有效吗", "好吗", "吗", "呢", "吧", "啊", "的", "了", "我", "你",
  "是", "会", "能", "有", "和", "与", "对", "吃", "得", "在",
];
const ZH_STOP_PATTERN = new RegExp(ZH_STOP.join("|"), "g");

/** Spell a word one way: British as American, plural as singular. */
function respell(word) {
  let spelled = word
    .replace(/isation/g, "ization")
    .replace(/is(e|ed|es|ing)$/, "iz$1")
    .replace(/(behavi|col|hum|tum|lab|neighb)our/g, "$1or")
    .replace(/oe(?=[sd])|ae(?=[mst])/g, "e");
  if (spelled.length > 3 && /[^siu]s$/.test(spelled)) spelled = spelled.slice(0, -1);
  return spelled;
}

/** Return the text in small simplified letters, words apart, Chinese apart from Latin. */
export function normalize(text) {
  const plain = simplify(text.normalize("NFKC"))
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(BORDER, " ")
    .trim();
  return plain.split(/\s+/).map(respell).join(" ");
}

export const compact = (text) => text.replaceAll(" ", "");
export const isChinese = (text) => /\p{Script=Han}/u.test(text);

/** Return what a normalized query is about: without the words of questions, unless nothing is left. */
export function contentOf(query) {
  const words = query
    .split(" ")
    .filter((word) => !EN_STOP.has(word))
    .map((word) => (isChinese(word) ? word.replace(ZH_STOP_PATTERN, " ") : word));
  return words.join(" ").replace(/\s+/g, " ").trim() || query;
}

/** Tell whether a word only makes a question of others. */
export const isStop = (word) => EN_STOP.has(word);

/** Return how many letters must be added, dropped, changed or swapped to come from one word to another. */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}

/** Return how many wrong letters a word of this length may have. */
export const tolerance = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);
