import { z } from "zod";

/** A language, or a language somewhere, as browsers name it: "de", "pt-BR". */
const LanguageTag = z
  .string()
  .max(35)
  .refine((tag) => isKnown(tag), {
    message: 'a language tag that numbers can be written in, such as "de-DE"',
  });

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** How a person reads the product; null is as their browser says. */
export const Reading = z.strictObject({
  /** The language of the pages, where there is a translation; English otherwise. */
  language: LanguageTag.nullable(),
  /** As where numbers, money and days are written. */
  locale: LanguageTag.nullable(),
});
export type Reading = z.infer<typeof Reading>;
