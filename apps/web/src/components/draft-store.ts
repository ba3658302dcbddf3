/** What a draft is kept in: `localStorage` in a page, a map in a test. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const prefix = "liftledger-draft-1:";

/** The kept draft, or undefined where there is none or it cannot be read. */
export function readDraft<Draft>(storage: DraftStorage, key: string): Draft | undefined {
  try {
    const text = storage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
}

/** Keeps a draft; one that says nothing (undefined) is taken away. A full or forbidden storage is no error. */
export function keepDraft<Draft>(storage: DraftStorage, key: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) storage.removeItem(prefix + key);
    else storage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // Nothing is lost but the draft's survival of a reload.
  }
}
