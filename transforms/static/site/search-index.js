// The index in ../pagefind/: one or several parts, each an index of Pagefind's, that answer as if they were one.

import { makeFolding } from "./search-words.js";

const FOLDER = new URL("../pagefind/", import.meta.url);
const TOGETHER = new Set(["person", "org", "place"]); // of these all that are chosen must be there, of others any will do
const EVERY = "ꙮꙮ"; // edition/searching/pages.py: a word that every record has
const NEVER = "ꙮ"; // what no word has behind it
const WEIGHTS = { names: 8, title: 4, sender: 2, recipient: 1.5, reference: 0.5, path: 0, kind: 0, lang: 0, date: 0, until: 0, doubt: 0, dated: 0 };

export async function openIndex() {
  const rules = await (await fetch(new URL("search.json", FOLDER))).json();
  const pagefind = rules.parts.length ? await import(new URL(`${rules.parts[0].name}/pagefind.js`, FOLDER)) : null;
  const [first, ...others] = rules.parts;
  const parts = first ? [await openPart(pagefind, first)] : []; // it loads the program, which must not be loaded twice
  parts.push(...(await Promise.all(others.map((part) => openPart(pagefind, part)))));
  const values = {};
  for (const part of parts) {
    for (const [facet, known] of Object.entries(part.values)) values[facet] = new Map([...(values[facet] ?? []), ...known]);
  }
  return { folding: makeFolding(rules), values, find: (wanted, chosen, sort) => find(parts, wanted, chosen, sort) };
}

// A facet's value is "key|name" in the index, its key in addresses.
async function openPart(pagefind, { name, dated }) {
  const engine = pagefind.createInstance({ basePath: new URL(`${name}/`, FOLDER).href });
  await engine.options({ ranking: { metaWeights: WEIGHTS } });
  const values = {};
  for (const [facet, counts] of Object.entries(await engine.filters())) {
    values[facet] = new Map(Object.keys(counts).map((value) => [value.split("|", 1)[0], value]));
  }
  return { engine, values, dated };
}

// Results of all parts, counts of the facets, and the words that are nowhere.
async function find(parts, { words, phrase }, chosen, sort) {
  const known = await Promise.all(parts.map((part) => knownWords(part, words)));
  const missing = words.filter((word) => !known.some((each) => each.has(word)));
  const able = parts.filter((part, index) => words.every((word) => known[index].has(word)));
  const all = words.join(" ") || EVERY;
  let found = phrase ? await search(able, phrase, chosen, sort) : null;
  if (found?.results.length && !sort) await rank(able, all, found.results);
  if (!found?.results.length) found = await search(able, all, chosen, sort);
  return { ...found, missing };
}

// A phrase is there or not, no more; its results are put in the order that its words alone would have.
async function rank(parts, text, results) {
  const found = await Promise.all(parts.map((part) => part.engine.search(text)));
  const scores = new Map(found.flatMap((each) => each.results.map((result) => [result.id, result.score])));
  results.sort((one, other) => (scores.get(other.id) ?? 0) - (scores.get(one.id) ?? 0));
}

// Pagefind passes over words that it does not know, or takes a shorter one for them. Whoever asked wants to be told.
async function knownWords(part, words) {
  const known = await Promise.all(words.map((word) => knows(part, word)));
  return new Set(words.filter((word, index) => known[index]));
}

// A word is known that is in the index or begins one that is. Then a longer one that cannot be there finds other places:
// for a word that it does not know Pagefind takes one that the word begins with.
async function knows({ engine }, word) {
  const [exact, begun, longer] = await Promise.all([`"${word}"`, word, `${word}${NEVER}`].map((term) => engine.search(term)));
  if (exact.results.length || !begun.results.length) return exact.results.length > 0;
  const places = ({ results }) => results.map((result) => `${result.id} ${result.words}`).sort().join(";");
  return places(begun) !== places(longer);
}

async function search(parts, text, chosen, sort) {
  const order = sort || (text === EVERY ? "oldest" : "");
  const found = await Promise.all(parts.map((part) => searchPart(part, text, chosen, order)));
  const counts = {};
  for (const each of found) {
    for (const [facet, values] of Object.entries(each.counts)) {
      counts[facet] ??= {};
      for (const [value, count] of Object.entries(values)) counts[facet][value] = (counts[facet][value] ?? 0) + count;
    }
  }
  if (order === "newest") found.reverse(); // parts come in order of time
  const results = [...found.flatMap((each) => each.timed), ...found.flatMap((each) => each.rest)];
  if (!order) results.sort((one, other) => other.score - one.score);
  return { results, counts };
}

// What a part finds, that without a date apart where the order is one of time. Counts are what each value would leave:
// for facets of which any value will do, as if none of it were chosen.
async function searchPart(part, text, chosen, order) {
  const found = await searchFiltered(part, text, chosen, {});
  const counts = { ...found.filters };
  for (const facet of Object.keys(chosen)) {
    if (TOGETHER.has(facet)) continue;
    const others = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== facet));
    counts[facet] = (await searchFiltered(part, text, others, {})).filters[facet] ?? {};
  }
  if (!order || !part.dated) return { timed: [], rest: found.results, counts };
  const timed = (await searchFiltered(part, text, chosen, { date: order === "oldest" ? "asc" : "desc" })).results;
  const ids = new Set(timed.map((result) => result.id));
  return { timed, rest: found.results.filter((result) => !ids.has(result.id)), counts };
}

async function searchFiltered(part, text, chosen, sort) {
  const filters = {};
  for (const [facet, keys] of Object.entries(chosen)) {
    const all = [...keys].map((key) => part.values[facet]?.get(key));
    const here = all.filter(Boolean);
    if (!here.length || (TOGETHER.has(facet) && here.length < all.length)) return { results: [], filters: {} };
    filters[facet] = { [TOGETHER.has(facet) ? "all" : "any"]: here };
  }
  return part.engine.search(text, { filters, sort });
}
