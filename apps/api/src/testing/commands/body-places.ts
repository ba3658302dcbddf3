import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { endpoints, type EndpointSchema } from "@liftledger/contracts/endpoints";
import type { z } from "zod";

/** A place in a body: how to get there, what the schema wants there, and what stands there now. */
export interface BodyPlace {
  path: readonly (string | number)[];
  schema: z.ZodType;
  value: unknown;
}

/** What of a schema's definition is looked at; zod tells it by the type that it is. */
interface Definition {
  type: string;
  innerType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: readonly z.ZodType[];
  valueType?: z.ZodType;
}

export const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Every place of a body, with those that the schema knows and the body leaves out. */
export function placesIn(schema: z.ZodType, value: unknown, path: BodyPlace["path"] = []): BodyPlace[] {
  const here = { path, schema, value };
  return [here, ...placesBelow(bare(schema, value), value, path)];
}

function placesBelow(schema: z.ZodType, value: unknown, path: BodyPlace["path"]): BodyPlace[] {
  if (typeof value !== "object" || value === null) return [];
  const { type, shape, element, valueType } = definitionOf(schema);
  if (type === "object" && shape !== undefined) {
    const held = value as Record<string, unknown>;
    return Object.entries(shape).flatMap(([key, inner]) => placesIn(inner, held[key], [...path, key]));
  }
  if (type === "array" && element !== undefined && Array.isArray(value)) {
    return value.flatMap((inner, place) => placesIn(element, inner, [...path, place]));
  }
  if (type === "record" && valueType !== undefined) {
    return Object.entries(value).flatMap(([key, inner]) => placesIn(valueType, inner, [...path, key]));
  }
  return [];
}

/** What stands within "may be left out" and "may be null", and of several the one that a value fits. */
export function bare(schema: z.ZodType, value: unknown): z.ZodType {
  const { innerType, options } = definitionOf(schema);
  if (innerType !== undefined) return bare(innerType, value);
  if (options === undefined) return schema;
  const fitting = options.find((option) => option.safeParse(value).success) ?? options[0];
  return fitting === undefined ? schema : bare(fitting, value);
}

/** The same body with another value at a place; undefined takes it out. */
export function withValueAt(body: unknown, path: BodyPlace["path"], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy = structuredClone(body) as Record<string | number, unknown>;
  copy[step] = withValueAt(copy[step], rest, value);
  return copy;
}

const templates = (Object.entries(endpointPaths) as [EndpointName, { method: string; path: string }][]).map(
  ([name, { method, path }]) => {
    const pattern = path.replaceAll(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.");
    return {
      name,
      method,
      pattern: new RegExp(`^${pattern}$`),
      fixed: path.replaceAll(/\{\w+\}/g, "").length,
    };
  },
);

/** What the endpoint that a request goes to wants of its body; undefined where it takes none as JSON. */
export function bodySchemaOf(method: string, path: string): z.ZodType | undefined {
  const [address = ""] = path.split("?");
  const fitting = templates.filter((one) => one.method === method && one.pattern.test(address));
  // A fixed path goes before one with an id in its place.
  const [best] = fitting.toSorted((a, b) => b.fixed - a.fixed);
  if (best === undefined) return undefined;
  const { body, bodyKind }: EndpointSchema = endpoints[best.name];
  return bodyKind === undefined ? body : undefined;
}
