// The passage that a result shows: the stretch of the text with most of what was asked for, each hit marked.

const END = "⁂"; // edition/searching/pages.py: what stands between the text and the words that it is found by as well
const NAME = "⁑";
const FORM = "⁏";
const BEFORE = 60;
const LENGTH = 240;

// A result's content in its parts: the text, and for each name the forms in the text and the words of the others.
export function partsOf(content) {
  const cut = content.indexOf(END);
  const text = (cut < 0 ? content : content.slice(0, cut)).trim();
  const [, ...names] = cut < 0 ? [""] : content.slice(cut).split(NAME);
  const named = [];
  for (let at = 0; at + 1 < names.length; at += 2) {
    named.push({ forms: names[at].split(FORM).map((form) => form.trim()).filter(Boolean), words: names[at + 1] });
  }
  return { text, named };
}

// Where the words stand in the text: [[start, end], …], from the left, none overlapping.
export function hits(text, words, stemmed, folding) {
  const found = [];
  for (const place of folding.places(text)) {
    const hit = place.pair || place.words.some((word) => folding.isUnbroken(word))
      ? words.some((word) => word === place.words[0] || (word.length === 1 && place.words[0].startsWith(word)))
      : place.words.some((word) => words.some((wanted) => !folding.isUnbroken(wanted) && word.startsWith(wanted)));
    if (hit) {
      const single = place.pair && words.every((word) => word !== place.words[0]);
      found.push([place.start, single ? place.start + [...text.slice(place.start)][0].length : place.end]);
    }
  }
  const whole = [...text.matchAll(/\S+/gu)];
  for (const at of stemmed) {
    const word = whole[at];
    const core = word && !folding.isUnbroken(word[0]) && /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u.exec(word[0]);
    if (core) found.push([word.index + core.index, word.index + core.index + core[0].length]);
  }
  return merged(found);
}

// Where the forms of names stand whose other forms were asked for: Kuomintang lights Guomindang.
export function namedHits(text, named, words, folding) {
  const found = [];
  for (const one of named) {
    const others = folding.inOrder(one.words);
    if (!words.some((wanted) => others.some((word) => word.startsWith(wanted)))) continue;
    for (const form of one.forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) found.push([at, at + form.length]);
    }
  }
  return merged(found);
}

function merged(ranges) {
  const made = [];
  for (const [start, end] of ranges.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = made.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else made.push([start, end]);
  }
  return made;
}

// The passage as nodes: text and <mark>.
export function passage(text, marks, document) {
  const [start, end] = stretch(text, marks);
  const made = document.createDocumentFragment();
  let at = start;
  if (start > 0) made.append("… ");
  for (const [from, to] of marks) {
    if (from < start || to > end) continue;
    made.append(text.slice(at, from));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    made.append(mark);
    at = to;
  }
  made.append(text.slice(at, end));
  if (end < text.length) made.append(" …");
  return made;
}

function stretch(text, marks) {
  let best = 0;
  let most = 0;
  for (const [index, [from]] of marks.entries()) {
    const inside = marks.slice(index).filter(([, to]) => to <= from + LENGTH - BEFORE).length;
    if (inside > most) [best, most] = [from, inside];
  }
  const start = most && best > BEFORE ? wordStart(text, best - BEFORE, best) : 0;
  const end = start + LENGTH >= text.length ? text.length : wordEnd(text, start + LENGTH);
  return [start, end];
}

function wordStart(text, at, limit) {
  const space = text.indexOf(" ", at);
  if (space >= 0 && space < limit) return space + 1;
  return isTail(text, at) ? at + 1 : at;
}

function wordEnd(text, at) {
  const space = text.lastIndexOf(" ", at);
  if (space > at - 40) return space;
  return isTail(text, at) ? at - 1 : at;
}

// Whether a place is between the two code units of one character.
const isTail = (text, at) => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
