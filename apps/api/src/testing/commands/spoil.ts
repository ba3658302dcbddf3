import * as fc from "fast-check";
import { bodySchemaOf, placesIn, withValueAt } from "./body-places.ts";
import type { Request } from "./command.ts";
import type { Made } from "./made.ts";
import { valuesFor } from "./odd-values.ts";

/** That another value stands in a body: at which of its places, whether one that the schema takes, and which. */
export interface Spoiling {
  place: number;
  fits: boolean;
  value: number;
}

/** Mostly one place, and mostly values that the schema takes. */
export const spoilings: fc.Arbitrary<readonly Spoiling[]> = fc.array(
  fc.record({
    place: fc.nat(9999),
    fits: fc.constantFrom(true, true, true, false),
    value: fc.nat(9999),
  }),
  { maxLength: 3 },
);

/** A request with other values in its body, which are of no use unless it has one in JSON. */
export function spoiled(request: Request, changes: readonly Spoiling[], made: Made): Request {
  const { method, path, body } = request;
  const schema = bodySchemaOf(method, `/api/v1${path}`);
  if (schema === undefined || body === undefined || body instanceof FormData) return request;
  let now: unknown = structuredClone(body);
  for (const { place, fits, value } of changes) {
    const places = placesIn(schema, now);
    const at = places[place % places.length];
    if (at === undefined) continue;
    const values = valuesFor(at, fits, made);
    now = withValueAt(now, at.path, values[value % values.length]);
  }
  return { ...request, body: now };
}
