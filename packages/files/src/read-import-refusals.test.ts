import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImport } from "./read-import.ts";
import { cac, conversions, kpis, readText, recipeWith, segmented, today } from "./testing/read-text.ts";

describe("readImport", () => {
  it("refuses a file without rows, without dates, and a recipe that fits no KPI", async () => {
    const head = "date,spend,customers\n";
    expect(await readText(recipeWith(), head)).toMatchObject({
      kind: "refused",
      problems: [{ rule: "no-data-rows", message: "The file has headings but no rows below them." }],
    });
    expect(await readText(recipeWith({ dateFormat: undefined }), `${head}soon,1,1\n`)).toMatchObject({
      problems: [
        { rule: "no-dates", message: 'Column "date" has no date that can be read: "soon" is none.' },
      ],
    });
    const periods = { kind: "periods" } as const;
    const wrong = recipeWith({
      measures: [
        { ...cac, kpi: "no-such-kpi" },
        { ...cac, denominator: periods },
      ],
    });
    expect(await readText(wrong, head)).toMatchObject({
      problems: [
        { place: "measure 1", rule: "unknown-kpi", message: 'There is no KPI "no-such-kpi".' },
        { place: "measure 2", rule: "denominator-kind" },
      ],
    });
  });

  it("refuses two measures that would write one series", async () => {
    const recipe = recipeWith({ segmentColumn: "segment", measures: [cac, { ...cac, scope: "A" }] });
    expect(await readText(recipe, "date,segment,spend,customers\n2026-01-05,A,1,1\n")).toMatchObject({
      kind: "refused",
      problems: [{ place: 'scope "A"', rule: "same-series" }],
    });
  });

  it("answers whatever is done to a good file, and never throws", async () => {
    const file = [
      "date,segment,spend,customers",
      '2026-01-05,"A, ""x""",1.50,1',
      "2026-01-06,B,0.1,0",
      "2026-01-07,é,(2),3",
      "Total,,3.6,4",
    ].join("\n");
    const good = Buffer.from(file);
    const mutation = fc.tuple(
      fc.constantFrom("flip", "insert", "delete", "repeat"),
      fc.nat({ max: good.length - 1 }),
      fc.oneof(fc.constantFrom(...Buffer.from('",\n\r;\0 (-.9T')), fc.nat({ max: 255 })),
    );
    const open = recipeWith({ dateFormat: undefined, numbers: undefined, segmentColumn: "segment" });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        const bytes = mutations.reduce<number[]>(
          (current, [kind, at, byte]) => mutated(current, kind, at, byte),
          [...good],
        );
        const request = { kpis, today, main: () => once(Buffer.from(bytes)) };
        for (const recipe of [segmented, open]) {
          const reading = await readImport({ ...request, recipe });
          expect(["read", "question", "refused"]).toContain(reading.kind);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("refuses a file that changes between two looks at it", async () => {
    let opened = 0;
    async function* main() {
      opened += 1;
      yield Buffer.from(`date,won,visits\n2026-01-05,12,10\n2026-01-12,${opened},10\n`);
    }
    expect(await readImport({ recipe: conversions, kpis, today, main })).toMatchObject({
      kind: "refused",
      problems: [{ rule: "file-changed" }],
    });
  });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function mutated(bytes: number[], kind: string, at: number, byte: number): number[] {
  if (kind === "flip") return bytes.with(Math.min(at, bytes.length - 1), byte);
  if (kind === "insert") return bytes.toSpliced(at, 0, byte);
  if (kind === "delete") return bytes.toSpliced(at, 1 + (byte % 4));
  return bytes.concat(bytes.slice(at));
}
