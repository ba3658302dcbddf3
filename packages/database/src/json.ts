import { z } from "zod";

/** What JSON text may hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [name: string]: JsonValue };

const JsonObjectSchema = z.record(z.string(), z.json()) as z.ZodType<JsonObject>;

/** A value as the JSON text a column holds. */
export function jsonText(value: object): string {
  return JSON.stringify(value);
}

/** The value in a JSON column; throws when the text is not JSON or not of the schema's shape. */
export function parseJson<Value>(schema: z.ZodType<Value>, text: string): Value {
  return schema.parse(JSON.parse(text));
}

/** The object in a JSON column whose inner shape belongs to the caller. */
export function parseJsonObject(text: string): JsonObject {
  return parseJson(JsonObjectSchema, text);
}
