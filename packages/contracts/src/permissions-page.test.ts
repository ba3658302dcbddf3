import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endpointPaths, type EndpointName, type EndpointPath } from "./endpoint-paths.ts";
import { endpoints } from "./endpoints.ts";

const page = join(import.meta.dirname, "../../../docs/permissions.md");

const intro = `# Endpoints and permissions

Written by \`packages/contracts/src/permissions-page.test.ts\` from the endpoint table. What the roles mean, and what is a
contributor's own, stands in [access.md](access.md). A role may do what the roles before it may: viewer, contributor,
finance, admin. A service key must be made for the scope; "people only" is for nobody's key, and "fresh sign-in" wants one
of the last twelve hours from a person, "sign-in just now" one of the last ten minutes.
`;

function rowOf(name: EndpointName): string[] {
  const { method, path, role, scope, needs }: EndpointPath = endpointPaths[name];
  const keys = scope ?? (role === "anyone" ? "any" : "people only");
  const sign = { "fresh-session": "fresh sign-in", "recent-sign-in": "sign-in just now", session: "" };
  return [
    `\`${method} ${path}\``,
    endpoints[name].summary,
    role,
    keys,
    needs === undefined ? "" : sign[needs],
  ];
}

/** A table as the formatter would write it. */
function table(rows: readonly string[][]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], fill = " ") =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(" | ")} |`;
  const [first = [], ...others] = rows;
  const rule = line(
    first.map(() => ""),
    "-",
  );
  return [line(first), rule, ...others.map((row) => line(row))].join("\n");
}

describe("docs/permissions.md", () => {
  it("is what the endpoint table says", async () => {
    const names = Object.keys(endpointPaths) as EndpointName[];
    const groups = Map.groupBy(names, (name) => endpointPaths[name].path.split("/")[3] ?? "");
    const parts = [...groups].map(
      ([group, members]) =>
        `## ${group}\n\n${table([["endpoint", "what it does", "least role", "key scope", "wants"], ...members.map(rowOf)])}\n`,
    );
    await expect([intro, ...parts].join("\n")).toMatchFileSnapshot(page);
  });
});
