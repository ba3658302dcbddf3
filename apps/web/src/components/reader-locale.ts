/** The locale numbers and days are written and read in: the browser's own. */
export const readerLocale: string = navigator.language || "en-GB";
