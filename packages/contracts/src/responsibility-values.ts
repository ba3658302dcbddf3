/** The roles of a squad. */
export const squadRoles = ["product", "data", "creative", "legal", "it", "marketing-ops"] as const;

/** How often output is reviewed. */
export const reviewIntervals = ["each-output", "day", "week", "month", "quarter"] as const;

/** The bases of Article 6(1) of the GDPR, and that no personal data are used. */
export const consentBases = [
  "consent",
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interests",
  "no-personal-data",
] as const;

/** What the CCPA asks for: notice with a way to opt out, opt-in (of minors), or nothing, as it does not apply. */
export const optOuts = ["notice-and-opt-out", "opt-in", "does-not-apply"] as const;

/** What the organisation is under Article 3 of the AI Act. */
export const aiActRoles = ["deployer", "provider", "both", "neither"] as const;

/** The classes of risk that people speak of under the AI Act. */
export const riskClasses = ["prohibited", "high", "limited", "minimal"] as const;
