import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoints } from "./endpoints.ts";
import { ImportRecipe } from "./import-recipe.ts";

/** What the databases' integers hold. */
const [least, most] = [-2_147_483_648, 2_147_483_647];

/** What may be larger, and why. */
const larger: Record<string, string> = {
  "simulateCaseVersion query.seed": "the whole state of a generator of 32 bits, which is never kept",
};

interface Found {
  place: string;
  minimum: number;
  maximum: number;
}

/** Every integer in a JSON schema, with its bounds. */
function integersIn(node: unknown, place: string): Found[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => integersIn(one, `${place}[${index}]`));
  if (typeof node !== "object" || node === null) return [];
  const schema = node as Record<string, unknown>;
  const own =
    schema["type"] === "integer" && !("const" in schema)
      ? [{ place, minimum: boundOf(schema, "inimum", -1), maximum: boundOf(schema, "aximum", 1) }]
      : [];
  const structure = new Set(["properties", "items", "anyOf", "allOf", "oneOf"]);
  return [
    ...own,
    ...Object.entries(schema).flatMap(([key, value]) =>
      integersIn(value, structure.has(key) ? place : `${place}.${key}`),
    ),
  ];
}

function boundOf(schema: Record<string, unknown>, name: "inimum" | "aximum", sign: 1 | -1): number {
  const bound = schema[`m${name}`] ?? schema[`exclusiveM${name}`];
  return typeof bound === "number" ? bound : sign * Number.POSITIVE_INFINITY;
}

const taken = Object.entries(endpoints).flatMap(([name, schema]) =>
  (["params", "query", "body"] as const).flatMap((part) => {
    const wanted = (schema as Partial<Record<typeof part, z.ZodType>>)[part];
    if (wanted === undefined) return [];
    const json = z.toJSONSchema(wanted, { io: "input", unrepresentable: "any" });
    return integersIn(json, `${name} ${part}`);
  }),
);

describe("every integer that an endpoint takes", () => {
  it("has bounds within what the databases hold, or says why not", () => {
    const recipe = integersIn(
      z.toJSONSchema(ImportRecipe, { io: "input", unrepresentable: "any" }),
      "recipe",
    );
    const all = [...taken, ...recipe];
    expect(all.length).toBeGreaterThan(100);
    const beyond = all.filter(({ minimum, maximum }) => minimum < least || maximum > most);
    expect(beyond.map(({ place }) => place).toSorted()).toEqual(Object.keys(larger).toSorted());
  });

  it("is told of where it has none", () => {
    const schema = z.strictObject({ rows: z.array(z.strictObject({ count: z.number().int().min(0) })) });
    const [found] = integersIn(z.toJSONSchema(schema, { io: "input" }), "body");
    expect(found).toMatchObject({ place: "body.rows.count", minimum: 0 });
    expect(found?.maximum).toBeGreaterThan(most);
  });
});
