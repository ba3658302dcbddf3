/**
 * The locale numbers and days are written and read in: the first language of the browser that the formatter
 * knows. Some browsers name one that is no language tag at all ("en-US@posix").
 */
export const readerLocale: string = firstUsable([...navigator.languages, navigator.language]) ?? "en-GB";

function firstUsable(languages: readonly string[]): string | undefined {
  return languages.find((language) => {
    try {
      return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
    } catch {
      return false;
    }
  });
}
