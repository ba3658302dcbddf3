import { useState } from "react";

/**
 * What a form was opened with, whatever is known of it later: it goes on from the version that its reader saw, so that
 * the server refuses what would overwrite somebody else's change unseen.
 */
export function useOpenedWith<Item extends object | undefined>(item: Item): Item {
  return useState(item)[0];
}
