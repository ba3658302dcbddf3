import type { FileSource } from "@liftledger/use-cases/imports/file-source";

/** An uploaded file as an import sees it. It lies on the disk and is read anew each time. */
export function fileSource(file: File): FileSource {
  return { name: file.name, open: () => file.stream() };
}
