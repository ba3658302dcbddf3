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

function pseudo(english: string): string {
  const said = english.replaceAll(/\{\d\}|[a-zA-Z]/g, (part) => letters.get(part) ?? part);
  // In words, not in one long one: a language that is longer still breaks its lines.
  const longer = "ẋ".repeat(Math.ceil(english.length * 0.3)).replaceAll(/.{6}(?=.)/g, "$& ");
  return `[${said} ${longer}]`;
}
