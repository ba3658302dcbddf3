import { openAsBlob } from "node:fs";

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
export function pathOf(file: File): string {
  if (file instanceof UploadedFile) return file.path;
  throw new Error(`The file "${file.name}" was not received as an upload.`);
}
