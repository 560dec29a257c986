// The page of the search: a query and chosen facets, kept in the address; and what the index has for them.

import { openIndex } from "./search-index.js";
import { hits, namedHits, partsOf, passage } from "./search-passage.js";

const BY_NUMBER = new Set(["year"]); // listed in their own order, the others by how many there are
const STEP = 20; // results shown at once
const SHOWN = 12; // values of a facet shown at once
const QUOTED = /^\s*["“„«].+["”“»]\s*$/u;
const WAIT = 200; // milliseconds after the last letter

const WIDE = matchMedia("(min-width: 60rem)"); // where facets stand beside the results

const at = (id) => document.getElementById(id);
const root = at("search");
const lang = document.documentElement.lang || "en";
const format = { numbers: new Intl.NumberFormat(lang), plurals: new Intl.PluralRules(lang) };
const words = readWords();
const title = document.title;
const state = { query: "", sort: "", chosen: {}, results: [], shown: 0, turn: 0, open: new Set() };
let engine;

function readWords() {
  const made = {};
  for (const list of root.querySelectorAll("#search-words [data-names]")) {
    const names = new Map();
    for (const item of list.children) names.set(item.dataset.value, item.textContent);
    made[list.dataset.names] = names;
  }
  return made;
}

function countInWords(number) {
  const wanted = format.plurals.select(number);
  let form = "";
  for (const [sample, text] of words.count) {
    if (!form || format.plurals.select(Number(sample)) === wanted) form = text;
    if (format.plurals.select(Number(sample)) === wanted) break;
  }
  return form.replace("{n}", format.numbers.format(number));
}

// -- the address: ?q=…&person=stalin&year=1949&sort=oldest

function readAddress() {
  const given = new URLSearchParams(location.search);
  state.query = given.get("q") ?? "";
  state.sort = given.get("sort") ?? "";
  state.chosen = {};
  for (const facet of facets()) {
    const values = given.getAll(facet.dataset.facet).filter(Boolean);
    if (values.length) state.chosen[facet.dataset.facet] = new Set(values);
  }
  at("search-query").value = state.query;
  at("search-sort").value = ["oldest", "newest"].includes(state.sort) ? state.sort : "";
}

function writeAddress(method) {
  const made = new URLSearchParams();
  if (state.query.trim()) made.set("q", state.query.trim());
  for (const [facet, values] of Object.entries(state.chosen)) for (const value of values) made.append(facet, value);
  if (state.sort) made.set("sort", state.sort);
  const search = made.size ? `?${made}` : "";
  if (search !== location.search) history[method](null, "", `${location.pathname}${search}`);
  for (const other of document.querySelectorAll(".languages a")) other.search = search;
  document.title = state.query.trim() ? `${state.query.trim()} · ${title}` : title;
}

// -- asking

// What is asked for: a phrase where one is meant, and else all the words; none for everything.
function terms() {
  const inOrder = engine.folding.inOrder(state.query);
  const run = !/\s/u.test(state.query.trim()) && inOrder.every((word) => engine.folding.isUnbroken(word));
  const meant = inOrder.length > 1 && (run || QUOTED.test(state.query));
  return { words: engine.folding.asked(state.query), phrase: meant ? `"${inOrder.join(" ")}"` : "" };
}

async function ask() {
  const turn = ++state.turn;
  busy(true);
  const wanted = terms();
  const found = await engine.find(wanted, state.chosen, state.sort);
  if (turn !== state.turn) return;
  state.words = wanted.words;
  state.results = found.results;
  say(found.missing);
  showFacets(found.counts);
  at("search-results").replaceChildren();
  state.shown = 0;
  await showMore(turn);
  if (turn === state.turn) busy(false);
}

// Whether the results that stand are about to be others.
function busy(now) {
  at("search-results").setAttribute("aria-busy", String(now));
}

function say(missing) {
  const number = state.results.length;
  let text = countInWords(number);
  if (!number) text = words.word.get("none");
  if (missing.length) text = words.word.get("missing").replace("{words}", missing.join(", "));
  at("search-status").textContent = text;
}

// -- results

async function showMore(turn = state.turn) {
  const wanted = state.results.slice(state.shown, state.shown + STEP);
  const loaded = await Promise.all(wanted.map((result) => result.data()));
  if (turn !== state.turn) return;
  const made = loaded.map(resultItem);
  at("search-results").append(...made);
  state.shown += made.length;
  at("search-more").hidden = state.shown >= state.results.length;
  return made[0];
}

function element(name, kind, ...content) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...content);
  return made;
}

function resultItem({ meta, raw_content: content, locations }) {
  const link = element("a", "", ...heading(meta));
  link.href = `${root.dataset.root}${root.dataset.prefix}${meta.path.split("/").map(encodeURIComponent).join("/")}`;
  if (meta.lang && isEntry(meta)) link.lang = meta.lang;
  const item = element("li", "", element("span", "when", ...dated(meta)), element("span", "what", link));
  const { text, named } = partsOf(content);
  if (text) {
    let marks = state.words.length ? hits(text, state.words, locations, engine.folding) : [];
    if (!marks.length) marks = namedHits(text, named, state.words, engine.folding);
    const quoted = element("span", "summary passage", passage(text, marks, document));
    if (meta.lang && !isEntry(meta)) quoted.lang = meta.lang;
    item.append(quoted);
  }
  const where = [words.kind.get(meta.kind) ?? meta.kind, meta.reference];
  item.append(element("span", "where", where.filter(Boolean).join(" · ")));
  return item;
}

// Whether a result is of a register; its language is that of the name, not of what is said of it.
function isEntry(meta) {
  return ["person", "org", "place"].includes(meta.kind);
}

function heading(meta) {
  if (!meta.sender || !meta.recipient) return [meta.title];
  const arrow = element("span", "to", "→");
  arrow.setAttribute("aria-hidden", "true");
  return [`${meta.sender} `, arrow, element("span", "said", words.word.get("to")), ` ${meta.recipient}`];
}

function dated(meta) {
  if (!meta.date) return meta.dated ? [meta.dated] : isEntry(meta) ? [] : [words.word.get("undated")];
  const text = [dayInWords(meta.date), meta.until ? dayInWords(meta.until) : ""].filter(Boolean).join(" – ");
  const time = element(meta.until ? "span" : "time", "", text + (meta.doubt ?? ""));
  if (!meta.until) time.dateTime = meta.date;
  return [time];
}

function dayInWords(iso) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/u.exec(iso);
  if (!parts || !parts[2]) return iso;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1)));
  const shown = { year: "numeric", month: "long", timeZone: "UTC", ...(parts[3] ? { day: "numeric" } : {}) };
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, shown).format(date);
}

// -- facets

function facets() {
  return [...root.querySelectorAll("[data-facet]")];
}

function valueName(facet, value) {
  const [key, ...name] = value.split("|");
  return (name.length ? name.join("|") : words[facet]?.get(key)) || key;
}

function listed(facet, counts) {
  const chosen = state.chosen[facet] ?? new Set();
  const rows = [...(engine.values[facet] ?? new Map())].map(([key, value]) => ({
    key, count: counts?.[value] ?? 0, name: valueName(facet, value), chosen: chosen.has(key),
  }));
  const order = BY_NUMBER.has(facet)
    ? (one, other) => one.key.localeCompare(other.key, "en", { numeric: true })
    : (one, other) => other.chosen - one.chosen || other.count - one.count || one.name.localeCompare(other.name, lang);
  return rows.filter((row) => row.count || row.chosen).sort(order);
}

function showFacets(counts) {
  for (const box of facets()) {
    const name = box.dataset.facet;
    const rows = listed(name, counts[name]);
    box.hidden = rows.length === 0;
    const many = rows.length > SHOWN;
    const find = box.querySelector(".facet-find");
    find.hidden = !many;
    const wanted = many ? engine.folding.inOrder(find.firstElementChild.value) : [];
    const matching = wanted.length
      ? rows.filter((row) => wanted.every((word) => engine.folding.inOrder(row.name).some((own) => own.startsWith(word))))
      : rows;
    const all = BY_NUMBER.has(name) || state.open.has(name) || wanted.length > 0;
    const focused = document.activeElement?.closest?.("[data-facet]") === box ? document.activeElement.value : null;
    box.querySelector("ul").replaceChildren(...(all ? matching : matching.slice(0, SHOWN)).map((row) => facetItem(name, row)));
    box.querySelector(".facet-more").hidden = all || !many;
    if (focused) [...box.querySelectorAll("ul input")].find((input) => input.value === focused)?.focus();
    box.counts = counts;
  }
  showChosen();
}

// What is chosen, each with a button that takes it away.
function showChosen() {
  const made = [];
  for (const [facet, keys] of Object.entries(state.chosen)) {
    for (const key of keys) {
      const name = valueName(facet, engine.values[facet]?.get(key) ?? key);
      const button = element("button", "chip", name, element("span", "", " ×"));
      button.type = "button";
      button.lastElementChild.setAttribute("aria-hidden", "true");
      button.setAttribute("aria-label", words.word.get("without").replace("{name}", name));
      button.addEventListener("click", () => {
        choose(facet, key, false);
        again();
        at("search-query").focus();
      });
      made.push(element("li", "", button));
    }
  }
  at("search-chosen").querySelector("ul").replaceChildren(...made);
  at("search-chosen").hidden = made.length === 0;
}

function facetItem(facet, row) {
  const input = element("input", "");
  Object.assign(input, { type: "checkbox", name: facet, value: row.key, checked: row.chosen });
  const label = element("label", "", input, element("span", "facet-name", row.name), element("span", "count", format.numbers.format(row.count)));
  return element("li", "", label);
}

function choose(facet, key, on) {
  const chosen = (state.chosen[facet] ??= new Set());
  if (on) chosen.add(key);
  else chosen.delete(key);
  if (!chosen.size) delete state.chosen[facet];
}

// -- what the reader does

function again() {
  writeAddress("pushState");
  ask().catch(fail);
}

function listen() {
  let waiting;
  const query = () => {
    clearTimeout(waiting);
    state.query = at("search-query").value;
    state.sort = at("search-sort").value;
    ask().catch(fail);
  };
  at("search-query").addEventListener("input", () => {
    clearTimeout(waiting);
    busy(true);
    waiting = setTimeout(() => {
      query();
      writeAddress("replaceState");
    }, WAIT);
  });
  at("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    query();
    writeAddress("pushState");
  });
  at("search-sort").addEventListener("change", () => {
    query();
    writeAddress("pushState");
  });
  at("search-more").addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
  at("search-clear").addEventListener("click", () => {
    state.chosen = {};
    again();
    at("search-query").focus();
  });
  for (const box of facets()) listenToFacet(box);
  window.addEventListener("popstate", () => {
    readAddress();
    ask().catch(fail);
  });
}

function listenToFacet(box) {
  const name = box.dataset.facet;
  box.querySelector("ul").addEventListener("change", (event) => {
    choose(name, event.target.value, event.target.checked);
    again();
  });
  box.querySelector(".facet-find input").addEventListener("input", () => showFacets(box.counts ?? {}));
  box.querySelector(".facet-more button").addEventListener("click", () => {
    state.open.add(name);
    showFacets(box.counts ?? {});
    box.querySelectorAll("ul input")[SHOWN]?.focus();
  });
}

function fail() {
  busy(false);
  at("search-status").textContent = words.word.get("broken");
}

async function start() {
  root.hidden = false;
  readAddress();
  if (!WIDE.matches) for (const box of facets()) box.open = box.dataset.facet in state.chosen;
  writeAddress("replaceState");
  at("search-status").textContent = words.word.get("searching");
  try {
    engine = await openIndex();
    listen();
    await ask();
  } catch {
    fail();
  }
}

start();
