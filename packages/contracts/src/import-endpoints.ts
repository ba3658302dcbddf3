import { z } from "zod";
import { Id } from "./ids.ts";
import { ImportEvent } from "./import-run.ts";
import {
  FileInspection,
  ImportDetail,
  ImportPreview,
  ImportResult,
  ImportUpload,
  InspectUpload,
  SavedRecipe,
  UndoImport,
  UndoneImport,
} from "./import.ts";
import { lists } from "./lists.ts";
import { AnyRecipe } from "./records-recipe.ts";

/** What goes into the endpoints of imports and what comes out; a part of the table in `endpoints.ts`. */
export const importEndpoints = {
  inspectFile: {
    summary: "Look at a file: columns, formats, open questions",
    body: InspectUpload,
    bodyKind: "multipart",
    output: FileInspection,
    status: 200,
  },
  previewImport: {
    summary: "What an import would do; writes nothing",
    body: ImportUpload,
    bodyKind: "multipart",
    output: ImportPreview,
    status: 200,
  },
  createImport: {
    summary: "Import a file: all its good rows in one transaction",
    body: ImportUpload,
    bodyKind: "multipart",
    output: ImportResult,
    status: 201,
  },
  runImport: {
    summary:
      "Import a file and hear how far it is; ends it, if nothing is committed yet, when nobody listens",
    body: ImportUpload,
    bodyKind: "multipart",
    output: ImportEvent,
    status: 200,
  },
  cancelImport: {
    summary: "Cancel an import that is under way; its own events tell what became of it",
    params: z.object({ runId: Id }),
    output: z.object({ asked: z.literal(true) }),
    status: 200,
  },
  listImports: { summary: "The imports, newest first", ...lists.listImports, status: 200 },
  getImport: {
    summary: "One import with the rows it refused",
    params: z.object({ importId: Id }),
    output: ImportDetail,
    status: 200,
  },
  undoImport: {
    summary: "Undo an import: all it wrote goes back to what stood before, but what was changed since",
    params: z.object({ importId: Id }),
    body: UndoImport,
    output: UndoneImport,
    status: 200,
    idempotent: true,
  },
  listImportRecipes: { summary: "The remembered mappings", ...lists.listImportRecipes, status: 200 },
  saveImportRecipe: {
    summary: "Remember a mapping; the same name again makes a new version",
    body: AnyRecipe,
    output: SavedRecipe,
    status: 201,
    idempotent: true,
  },
} as const;
