import PO from "pofile";

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒĝĥíĵķĺḿńóṕɋŕšţúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶĹḾŃÓṔɊŔŠŢÚṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, place) => [letter, [...accented][place] ?? letter]));

/**
 * A translation for tests, of a catalogue: every letter of every text with an accent, and about a third longer, in
 * brackets. What a page then shows without accents no translation reaches.
 */
export function pseudoTranslation(catalogue: string): string {
  const translation = PO.parse(catalogue);
  for (const item of translation.items) {
    const forms = [item.msgid, ...(item.msgid_plural === undefined ? [] : [item.msgid_plural])];
    item.msgstr = forms.filter((form) => form !== null).map(pseudo);
  }
  return translation.toString();
}

/**
 * Finds English words in plain letters, as data stands there, or as this translation says them. An exact string is the
 * whole text; any other is found within one, however it is written, as Playwright does.
 */
export function inAnyLetters(words: string | RegExp, exact = false): RegExp {
  if (typeof words !== "string") return new RegExp(anyLetters(words.source), words.flags);
  const escaped = words.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return exact ? new RegExp(anyLetters(`^${escaped}$`)) : new RegExp(anyLetters(escaped), "i");
}

/** What stands around a text and behind it, and between the texts it is put together from. */
const added = "[\\[\\]ẋ ]*";

/** A pattern with that before all it says literally. */
function anyLetters(pattern: string): string {
  return pattern.replaceAll(/\\.|\[[^\]]*\]|[a-zA-Z]|[^\\[\]^.*+?(){}|]/g, (part) => {
    if (part === "$") return `${added}$`;
    const accentedLetter = letters.get(part);
    return `(?:${added}${accentedLetter === undefined ? part : `[${part}${accentedLetter}]`})`;
  });
}

function pseudo(english: string): string {
  const said = english.replaceAll(/\{\d\}|[a-zA-Z]/g, (part) => letters.get(part) ?? part);
  // In words, not in one long one: a language that is longer still breaks its lines.
  const longer = "ẋ".repeat(Math.ceil(english.length * 0.3)).replaceAll(/.{6}(?=.)/g, "$& ");
  return `[${said} ${longer}]`;
}
