/** The texts of another language, by their English: in the forms of a plural by its category. */
export interface Translation {
  language: string;
  messages: Record<string, string | Partial<Record<string, string>>>;
}
