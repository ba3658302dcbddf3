import { openAsBlob } from "node:fs";
import type { StoredFile } from "./import-task.ts";

/** An uploaded file that lies on the disk, and where: another thread can open it, a blob cannot be handed to it. */
export class UploadedFile extends File {
  readonly path: string;

  private constructor(blob: Blob, name: string, path: string) {
    super([blob], name);
    this.path = path;
  }

  static async at(path: string, name: string): Promise<UploadedFile> {
    return new UploadedFile(await openAsBlob(path), name, path);
  }
}

/** Where an upload's file lies. */
function pathOf(file: File): string {
  if (file instanceof UploadedFile) return file.path;
  throw new Error(`The file "${file.name}" was not received as an upload.`);
}

/** An upload's file as it can be told to another thread. */
export function storedFile(file: File): StoredFile {
  return { name: file.name, path: pathOf(file), bytes: file.size };
}
