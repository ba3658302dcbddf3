import { z } from "zod";

/** What a file is sent as, by how an endpoint answers. */
export const fileTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

/** A file that is taken away, with the name it is saved under. */
export interface FileAnswer {
  fileName: string;
  bytes: Uint8Array;
}

/** As it crosses the wire: the bytes; the name stands in the header. */
export const FileBytes = z.string().meta({ format: "binary" });
