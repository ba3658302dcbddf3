import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, VersionNumber } from "./values.ts";

/** The pages whose filters, order, grouping and period can be saved under a name. */
const ViewPage = z.enum([
  "portfolio",
  "alerts",
  "approvals",
  "audit",
  "candidates",
  "cases",
  "data",
  "governance",
  "kpis",
  "learnings",
  "tools",
  "unit-values",
]);
export type ViewPage = z.infer<typeof ViewPage>;

const Name = z.string().trim().min(1).max(60);

/** What stands after the question mark of the page's address: kept as text, and read by the page alone. */
const Search = z
  .string()
  .max(1000)
  .regex(/^[A-Za-z0-9\-._~%&=+*!'()]*$/, "what stands after the question mark of an address");

/** A view as a person saves it: for themselves, or for everybody in the organisation too. */
export const NewSavedView = z.strictObject({
  page: ViewPage,
  name: Name,
  search: Search,
  /** Whether everybody in the organisation finds it. */
  isShared: z.boolean().default(false),
  /** Whether the page opens with it, for the person who saved it; one a page. */
  isDefault: z.boolean().default(false),
});
export type NewSavedView = z.infer<typeof NewSavedView>;

/** Takes the place of what was saved as a whole. */
export const ChangeSavedView = z.strictObject({
  version: VersionNumber,
  name: Name,
  search: Search,
  isShared: z.boolean(),
  isDefault: z.boolean(),
});
export type ChangeSavedView = z.infer<typeof ChangeSavedView>;

export const SavedView = z.object({
  viewId: Id,
  page: ViewPage,
  name: z.string(),
  search: z.string(),
  isShared: z.boolean(),
  isDefault: z.boolean(),
  /** Whether it is the asker's own: what others share can be used, and is theirs to change. */
  isOwn: z.boolean(),
  savedBy: z.string(),
  version: z.number().int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type SavedView = z.infer<typeof SavedView>;
