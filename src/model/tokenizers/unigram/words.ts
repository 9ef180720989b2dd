/** What training reads: the distinct words of a text, as characters. */
export interface Word {
  characters: string[];
  /** How often the word stands in the text. */
  count: number;
  /** Whether a piece may hold both the character at a place and the next one. */
  joined: boolean[];
}

/** A word has the space before it; a newline or tab stands alone. */
const pattern = / [^ \t\n\v\f\r]*|[^ \t\n\v\f\r]+|[\t\n\v\f\r]/gu;

/** The distinct words of texts, with how often each is there. */
export function countWords(texts: readonly string[], keep: (character: string) => boolean): Word[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => {
    const characters = [...word];
    const scripts = scriptsOf(characters);
    const joined = characters.map((character, i) => {
      const [one, other] = [scripts[i], scripts[i + 1]];
      return (
        other !== undefined &&
        (one === "" || one === other) &&
        keep(character) &&
        keep(characters[i + 1] ?? "")
      );
    });
    return { characters, count, joined };
  });
}

/** The scripts that pieces do not mix. Digits, punctuation and emoji are one, Common; the Japanese syllabaries count as Han, as in SentencePiece. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ["Inherited", /\p{Script=Inherited}/u],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u],
  ["Common", /\p{Script=Common}/u],
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Hangul", /\p{Script=Hangul}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
  ["Bengali", /\p{Script=Bengali}/u],
  ["Tamil", /\p{Script=Tamil}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Georgian", /\p{Script=Georgian}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Ethiopic", /\p{Script=Ethiopic}/u],
];

/** The script of each character; a mark has that of what it stands on, and a space has none and goes with all. */
function scriptsOf(characters: readonly string[]): string[] {
  let before = "";
  return characters.map((character) => {
    if (character === " ") return "";
    const script = scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? "other";
    if (script !== "Inherited") before = script;
    return before;
  });
}
