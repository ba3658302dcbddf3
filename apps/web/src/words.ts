import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import type { Translation } from "./translation.ts";

/**
 * The words of the pages. They stand in English where they are used, whole sentences with what is filled in; a
 * translation (`locales/<language>.po`) holds the same sentences in its own words, and where each thing goes in them.
 * "Words" in CONTRIBUTING.md says how a sentence is written.
 */

declare global {
  /** Set by a script that the server names in the page for who reads another language; it has run before any of this. */
  var liftledgerTranslation: Translation | undefined;
}

const translation = globalThis.liftledgerTranslation;

type Pattern = TemplateStringsArray;
type Filling = string | number;

/**
 * A text.
 * @example t`Close ${month}`
 */
export function t(pattern: Pattern, ...fillings: readonly Filling[]): string {
  return told(pattern, fillings).join("");
}

/**
 * A text with elements in it, such as a link.
 * @example tx`Read ${<Anchor href="/rules">{t`the rules`}</Anchor>} first.`
 */
export function tx(pattern: Pattern, ...fillings: readonly ReactNode[]): ReactElement {
  return createElement(Fragment, null, ...told(pattern, fillings));
}

/** One of the two forms of `plural`. */
interface Form {
  pattern: Pattern;
  fillings: readonly Filling[];
}

export function form(pattern: Pattern, ...fillings: readonly Filling[]): Form {
  return { pattern, fillings };
}

/**
 * A text in the form that its count asks for; languages have up to six. Both forms are filled with the same things.
 * @example plural(weeks, form`${weeks} week is left`, form`${weeks} weeks are left`)
 */
export function plural(count: number, one: Form, many: Form): string {
  const english = count === 1 ? one : many;
  const translated = translation?.messages[keyOf(one.pattern)];
  const text = typeof translated === "object" ? translated[categoryOf(count)] : undefined;
  return filled(text ?? keyOf(english.pattern), english.fillings).join("");
}

function told<Filled>(pattern: Pattern, fillings: readonly Filled[]): (string | Filled)[] {
  const key = keyOf(pattern);
  const translated = translation?.messages[key];
  return filled(typeof translated === "string" ? translated : key, fillings);
}

function categoryOf(count: number): string {
  return new Intl.PluralRules(translation?.language).select(count);
}

/** The English of a text as the catalogue names it: "Close {0}". */
function keyOf(pattern: Pattern): string {
  return pattern.reduce((text, piece, index) => `${text}{${index - 1}}${piece}`);
}

function filled<Filled>(text: string, fillings: readonly Filled[]): (string | Filled)[] {
  // What stood in the brackets comes out at every second place.
  return text
    .split(/\{(\d)\}/)
    .map((piece, index) => (index % 2 === 1 ? (fillings[Number(piece)] as Filled) : piece));
}
