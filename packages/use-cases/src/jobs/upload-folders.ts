import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** How the folders of uploads begin. */
export const uploadFolderPrefix = "liftledger-upload-";

/** Those this process reads at this moment. */
const inUse = new Set<string>();

/** A folder of its own for one upload, which `remove` takes away. */
export async function makeUploadFolder(
  temporaryFolder: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(temporaryFolder, uploadFolderPrefix));
  inUse.add(folder);
  return {
    folder,
    async remove() {
      await rm(folder, { recursive: true, force: true });
      inUse.delete(folder);
    },
  };
}

/** Whether this process reads an upload in a folder. */
export function isUploadInUse(folder: string): boolean {
  return inUse.has(folder);
}
