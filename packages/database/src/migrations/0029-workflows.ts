import { z } from "zod";
import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";
import { jsonText } from "../json.ts";

const Facts = z.object({
  workarounds: z
    .array(z.object({ text: z.string(), since: z.string(), until: z.string().nullable() }))
    .default([]),
});

/**
 * How the work of an initiative is done, before it and after it: each version stays. Manual workarounds stand there from
 * now on; those that were recorded with what lets it run in production are brought over, as known at each instant.
 */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "workflow_versions", {
    columns: {
      initiative_id: "text",
      version: "integer",
      workflow: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["initiative_id", "version"],
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
  await bringOverWorkarounds(db);
}

async function bringOverWorkarounds(db: AnyKysely): Promise<void> {
  const facts = await db
    .selectFrom("production_facts")
    .selectAll()
    .orderBy("organisation_id")
    .orderBy("initiative_id")
    .orderBy("version")
    .execute();
  const latest = new Map<string, { version: number; workflow: string }>();
  for (const { organisation_id, initiative_id, facts: text, recorded_at, recorded_by } of facts) {
    const { workarounds } = Facts.parse(JSON.parse(text));
    const of = JSON.stringify([organisation_id, initiative_id]);
    const before = latest.get(of);
    const workflow = workflowOf(workarounds);
    if (before === undefined ? workarounds.length === 0 : before.workflow === workflow) continue;
    const version = (before?.version ?? 0) + 1;
    latest.set(of, { version, workflow });
    const row = { organisation_id, initiative_id, version, workflow, recorded_at, recorded_by };
    await db.insertInto("workflow_versions").values(row).execute();
  }
}

function workflowOf(workarounds: z.infer<typeof Facts>["workarounds"]): string {
  const nothing = { steps: [], scalable: null, repeatable: null };
  const steps = workarounds.map(({ text: name, since, until }) => {
    const step = { kind: "workaround", name, owner: null, tool: null, note: "" };
    return { ...step, since, until };
  });
  return jsonText({ scope: null, before: nothing, after: { ...nothing, steps }, findings: [] });
}
