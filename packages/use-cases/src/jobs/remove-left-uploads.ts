import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { JobWork } from "./job-plan.ts";
import { isUploadInUse, uploadFolderPrefix } from "./upload-folders.ts";

/** An upload that another process still reads is younger: reading a file takes ten minutes at most. */
const hoursKept = 24;

/**
 * Removes the folders of uploads that a server left behind which was killed: those of this account on this machine that
 * nobody wrote to for a day and that this process does not read.
 */
export async function removeLeftUploads({
  ctx,
  signal,
  temporaryFolder,
}: JobWork): Promise<{ folders: number }> {
  const before = Date.parse(ctx.now) - hoursKept * 3_600_000;
  const names = (await readdir(temporaryFolder)).filter((name) => name.startsWith(uploadFolderPrefix));
  let folders = 0;
  for (const name of names) {
    signal.throwIfAborted();
    const folder = join(temporaryFolder, name);
    if (isUploadInUse(folder) || !(await isOwnAndLeft(folder, before))) continue;
    await rm(folder, { recursive: true, force: true });
    folders++;
  }
  return { folders };
}

async function isOwnAndLeft(folder: string, before: number): Promise<boolean> {
  try {
    // Not followed: a link of somebody else's under such a name leads to what is none of ours.
    const found = await lstat(folder);
    if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid()))
      return false;
    const files = await Promise.all((await readdir(folder)).map((name) => lstat(join(folder, name))));
    return [found, ...files].every(({ mtimeMs }) => mtimeMs < before);
  } catch {
    // Removed meanwhile by whoever read it.
    return false;
  }
}
