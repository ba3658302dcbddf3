import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endpointPaths } from "../packages/contracts/src/endpoint-paths.ts";
import { endpoints } from "../packages/contracts/src/endpoints.ts";
import { tableFacts } from "../packages/database/src/table-facts.ts";
import { lendSqlite } from "../packages/database/src/testing/database-pool.ts";
import { tableMeanings } from "../packages/database/src/testing/table-meanings.ts";

const docs = join(import.meta.dirname, "../docs");
const written =
  "Written by `scripts/generated-docs.test.ts` from the code; `npx vitest run scripts/generated-docs.test.ts -u` writes it anew.";

describe("docs/endpoints.md", () => {
  it("is what the endpoint table says", async () => {
    const all = Object.entries(endpointPaths);
    const nouns = Map.groupBy(all, ([, { path }]) => path.split("/")[3] ?? "");
    const sections = [...nouns].map(([noun, named]) => {
      const rows = named.map(([name, { method, path, role, scope }]) => [
        `\`${method} ${path}\``,
        name,
        role,
        scope ?? (role === "anyone" ? "any" : "people only"),
        endpoints[name].idempotent ? "yes" : "",
        sentenceOf(endpoints[name]),
      ]);
      return `## ${noun}\n\n${tableOf(["endpoint", "name", "least role", "key scope", "repeats", "what it does"], rows)}`;
    });
    const intro = `# The endpoints

${written}

The same table makes the server, the typed client and the OpenAPI document (\`GET /api/v1/openapi.json\`). "Key scope": what a
service key must be made for; "people only" is for nobody's key. "Repeats": one with the same \`Idempotency-Key\` is answered
as the first was, without writing again. Lists page by \`cursor\` and \`limit\` and come in one order unless another is asked
for with \`sort\` ("-" before a field begins with the largest); asked for as \`text/csv\` they come as CSV, formulas escaped,
the cursor of the next page in the header \`Liftledger-Next-Cursor\`.`;
    await expect(`${[intro, ...sections].join("\n\n")}\n`).toMatchFileSnapshot(join(docs, "endpoints.md"));
  });
});

function sentenceOf({ summary, list }) {
  if (list === undefined) return summary;
  const sort = list.sort.filter((field) => !field.startsWith("-") || list.sort.length === 1);
  const filter = list.filter.length === 0 ? "" : `; filter ${codes(list.filter)}`;
  return `${summary}. Sort ${codes(sort)}${filter}`;
}

describe("docs/data-model.md", () => {
  it("is what a migrated database says of itself", async () => {
    const { db, giveBack } = await lendSqlite();
    const tables = (await tableFacts(db.read)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    await giveBack();
    expect(Object.keys(tableMeanings).toSorted()).toEqual(tables.map(({ name }) => name));
    await expect(`${dataModel(tables)}\n`).toMatchFileSnapshot(join(docs, "data-model.md"));
  });
});

function dataModel(tables) {
  const meanings = tables.map(({ name }) => [`[${name}](#${name})`, tableMeanings[name]]);
  const sections = tables.map(({ name, columns, key, references }) => {
    const rows = [...columns].map(([column, kind]) => [
      `\`${column}\``,
      kind,
      key.includes(column) ? `${key.indexOf(column) + 1}` : "",
      referenceOf(column, references),
    ]);
    return `### ${name}\n\n${tableMeanings[name]}\n\n${tableOf(["column", "type", "key", "refers to"], rows)}`;
  });
  return `# The data model

${written}

The same tables on SQLite and PostgreSQL, made by the migrations in \`packages/database/src/migrations\`. Columns are text,
integer or double: instants are ISO text in UTC, JSON is text, amounts of money are integers in minor units, logged
quantities are decimals as text. \`organisation_id\` leads every key, so that a big installation can be divided by it; the
picture leaves it and the references to \`organisations\` out.

\`\`\`mermaid
erDiagram
${pictureOf(tables).join("\n")}
\`\`\`

## What is in each table

${tableOf(["table", "meaning"], meanings)}

## The columns

${sections.join("\n\n")}`;
}

function pictureOf(tables) {
  const entities = tables.map(({ name, key, columns: kinds }) => {
    const own = key.filter((column) => column !== "organisation_id");
    const fields = own.map((column) => `    ${kinds.get(column)} ${column} PK`);
    return fields.length === 0 ? `  ${name}` : [`  ${name} {`, ...fields, "  }"].join("\n");
  });
  const relations = tables.flatMap(({ name, references }) =>
    references
      .filter(({ table }) => table !== "organisations")
      .map(({ table, columns }) => {
        const by = columns.map(({ here }) => here).filter((column) => column !== "organisation_id");
        return `  ${table} ||--o{ ${name} : "${by.join(", ")}"`;
      }),
  );
  return [...entities, ...new Set(relations)];
}

function referenceOf(column, references) {
  const found = references.filter(
    ({ table, columns }) =>
      columns.some(({ here }) => here === column) &&
      (column !== "organisation_id" || table === "organisations"),
  );
  return [...new Set(found.map(({ table }) => `[${table}](#${table})`))].join(", ");
}

const codes = (fields) => fields.map((field) => `\`${field}\``).join(", ");

/** A table as the formatter leaves it. */
function tableOf(heads, rows) {
  const widths = heads.map((head, place) =>
    Math.max(head.length, 3, ...rows.map((row) => row[place].length)),
  );
  const line = (cells) => `| ${cells.map((cell, place) => cell.padEnd(widths[place])).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
