/** When everything in `insertOneOfEverything` was recorded. */
export const recordedAt = "2026-01-05T09:00:00.000Z";

/** When a row was made. */
export const at = { createdAt: recordedAt };

/** When a version was recorded, and by whom. */
export const by = { recordedAt, recordedBy: "person-1" };
