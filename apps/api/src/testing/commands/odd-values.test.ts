import { endpoints, type EndpointSchema } from "@liftledger/contracts/endpoints";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { examples } from "@liftledger/contracts/examples";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { placesIn, withValueAt } from "./body-places.ts";
import { Made } from "./made.ts";
import { valuesFor } from "./odd-values.ts";

const made = new Made();

const bodies = (Object.keys(examples) as EndpointName[]).flatMap((name) => {
  const { body: schema, bodyKind }: EndpointSchema = endpoints[name];
  const { body } = examples[name];
  return schema === undefined || bodyKind !== undefined || body === undefined ? [] : [{ name, schema, body }];
});

describe("a body with an odd value in it", () => {
  // A rule over several fields is asked although one of them was refused: it must bear what is no number.
  it.each(bodies)("of $name is taken or refused, and no rule breaks over it", ({ schema, body }) => {
    const odd = placesIn(schema, body).flatMap((place) =>
      valuesFor(place, false, made).map((value) => withValueAt(body, place.path, value)),
    );
    expect(odd.length).toBeGreaterThan(100);
    expect(odd.filter((one) => breaks(schema, one))).toEqual([]);
  });
});

function breaks(schema: z.ZodType, body: unknown): boolean {
  try {
    schema.safeParse(body);
    return false;
  } catch {
    return true;
  }
}
