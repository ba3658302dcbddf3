import { statSync } from "node:fs";

/** What to say of a data folder that others on the machine can look into; one that was there is left as it is. */
export function openFolderWords(folder: string | null): string {
  if (folder === null || (statSync(folder).mode & 0o077) === 0) return "";
  return `Others on this machine may look into the data folder. To keep it to yourself: chmod 700 ${folder}\n`;
}
