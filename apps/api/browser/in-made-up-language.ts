import type { Locator } from "playwright-core";
import { inAnyLetters } from "../../web/texts/pseudo-translation.ts";

/**
 * A page, or a place on one, on which English names find what is shown in the made-up language, so that a station is
 * reached in it as in English. `onTyped` is told what is typed into a field.
 */
export function inMadeUpLanguage<Place extends object>(place: Place, onTyped: (text: string) => void): Place {
  return new Proxy(place, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...given: unknown[]): unknown => {
        if (name === "fill") onTyped(String(given[0]));
        const found: unknown = member.apply(target, translated(String(name), given));
        return isPlace(found) ? inMadeUpLanguage(found, onTyped) : found;
      };
    },
  });
}

function isPlace(found: unknown): found is Locator {
  return typeof found === "object" && found !== null && "getByRole" in found;
}

interface Options {
  exact?: boolean;
  name?: string | RegExp;
  hasText?: string | RegExp;
}

/** What a search is given, its words in any letters. */
function translated(method: string, given: unknown[]): unknown[] {
  const [first, options] = given as [unknown, Options?];
  if (method === "getByRole") return [first, withWords(options)];
  if (method === "filter") return [withWords(first as Options)];
  if (method.startsWith("getBy")) return [inAnyLetters(first as string | RegExp, options?.exact)];
  return given;
}

function withWords(options: Options = {}): Options {
  const { name, hasText, exact, ...rest } = options;
  return {
    ...rest,
    ...(name === undefined ? {} : { name: inAnyLetters(name, exact) }),
    ...(hasText === undefined ? {} : { hasText: inAnyLetters(hasText) }),
  };
}
