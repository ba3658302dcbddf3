/** What the figures of a row are, by how it may be said. */
export const fieldWords = {
  amount: "amount",
  lift: "lift",
  "difference it makes": "lift",
  volume: "volume",
  "worth of one": "unitValue",
  "unit value": "unitValue",
  adoption: "adoption",
  "share that uses it": "adoption",
  "our share": "attribution",
  attribution: "attribution",
  confidence: "confidence",
  "turned into money": "realisation",
  realisation: "realisation",
  "counted by another benefit": "overlap",
  overlap: "overlap",
  delay: "delay",
} as const;

export type FieldWord = keyof typeof fieldWords;
export type SheetField = (typeof fieldWords)[FieldWord];

/** What makes a benefit where its money is not given itself. */
export const factorFields = ["lift", "volume", "unitValue"] as const;

/** What a benefit is multiplied by; each may be a column instead, where it never changes. */
export const shareFields = ["adoption", "attribution", "confidence", "realisation", "overlap"] as const;

/** What every row of a sheet begins with. */
export const rowKinds = ["benefit", "cost", "conservative", "optimistic"] as const;
