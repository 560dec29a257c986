// Which words a query asks for: the same folding as edition/searching/words.py, whose table says where it departs from
// the rule below. Both sides are tested with the same words.

const HIDDEN = /[\p{Mn}\p{Cf}\p{Cc}]/u;

export function makeFolding({ map, unbroken }) {
  const word = `(?![${unbroken}])[\\p{L}\\p{N}]`;
  const tokens = new RegExp(`[${unbroken}]+|(?:${word})+(?:'(?:${word})+)*`, "gu");
  const isUnbroken = new RegExp(`^[${unbroken}]`, "u");

  function foldCharacter(char) {
    if (/\s/u.test(char)) return " ";
    if (Object.hasOwn(map, char)) return map[char];
    if (HIDDEN.test(char)) return "";
    const code = char.codePointAt(0);
    if ((code >= 0x2e80 && code < 0xf900) || code > 0xffff) return char;
    return [...[...char.toLowerCase()][0].normalize("NFKD")][0].toLowerCase();
  }

  // The folded text, and for each of its code units where in the text it comes from.
  function fold(text) {
    let folded = "";
    const origin = [];
    let at = 0;
    for (const char of text) {
      const made = foldCharacter(char);
      for (let unit = 0; unit < made.length; unit += 1) origin.push(at);
      folded += made;
      at += char.length;
    }
    origin.push(at);
    return { folded, origin };
  }

  function pairs(token) {
    const chars = [...token];
    if (chars.length === 1) return chars;
    return chars.slice(1).map((char, index) => chars[index] + char);
  }

  const plain = (token) => token.replace(/'s$/u, "").replaceAll("'", "");
  const wordsOf = (token) => (isUnbroken.test(token) ? pairs(token) : [plain(token)]);

  // The words of a query in order; `asked` has each once.
  const inOrder = (query) => (fold(query).folded.match(tokens) ?? []).flatMap(wordsOf).filter(Boolean);
  const asked = (query) => [...new Set(inOrder(query))];

  // The words of a text with their places: {words, start, end}, `words` being all that one may be asked for by.
  function* places(text) {
    const { folded, origin } = fold(text);
    for (const found of folded.matchAll(tokens)) {
      const token = found[0];
      if (isUnbroken.test(token)) {
        const chars = [...token];
        let at = found.index;
        for (const [index, char] of chars.entries()) {
          const next = chars[index + 1] ?? "";
          yield { words: [char + next], start: origin[at], end: origin[at + char.length + next.length], pair: next !== "" };
          at += char.length;
        }
      } else {
        const end = origin[found.index + token.length];
        yield { words: [plain(token), token.replaceAll("'", ""), ...token.split("'")], start: origin[found.index], end, pair: false };
      }
    }
  }

  return { asked, inOrder, places, isUnbroken: (text) => isUnbroken.test(text) };
}
