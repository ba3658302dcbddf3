/** The phases of an initiative, in their order. */
export const phases = ["foundation", "pilots", "scale", "transform"] as const;

export const initiativeStatuses = ["candidate", "active", "on-hold", "graduated", "retired"] as const;

export const costCategories = [
  "licences",
  "usage-and-tokens",
  "people",
  "integration",
  "training",
  "change",
  "security-and-compliance",
  "review-and-rework",
  "working-media",
  "other",
] as const;

/** A title in an inventory can be a sentence. */
export const longestInitiativeName = 400;
