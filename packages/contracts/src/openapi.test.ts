import { describe, expect, it } from "vitest";
import { endpointPaths, organisationHeader, type EndpointName } from "./endpoint-paths.ts";
import { endpoints, type EndpointSchema } from "./endpoints.ts";
import { openApiDocument } from "./openapi.ts";

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
}

/** As a reader gets it: through JSON. */
const document = JSON.parse(JSON.stringify(openApiDocument("1.2.3"))) as Document;
const names = Object.keys(endpointPaths) as EndpointName[];

function operationOf(name: EndpointName): Operation | undefined {
  const { method, path } = endpointPaths[name];
  return document.paths[path]?.[method.toLowerCase()];
}

function everyRef(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "$ref" in node && typeof node.$ref === "string" ? [node.$ref] : [];
  return [...own, ...Object.values(node).flatMap(everyRef)];
}

function resolve(ref: string): unknown {
  const steps = ref.replace(/^#\//, "").split("/");
  return steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    document,
  );
}

describe("openApiDocument", () => {
  it("is an OpenAPI 3.1 document of the given version", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info.version).toBe("1.2.3");
  });

  it.each(names)("describes %s with its parameters, body and answer", (name) => {
    const operation = operationOf(name);
    const endpoint: EndpointSchema = endpoints[name];
    expect(operation?.operationId).toBe(name);
    const inPath = [...endpointPaths[name].path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const parameters = operation?.parameters ?? [];
    expect(parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(inPath);
    const inQuery = Object.keys(endpoint.query?.shape ?? {});
    expect(parameters.filter((one) => one.in === "query").map((one) => one.name)).toEqual(inQuery);
    expect(parameters.map((one) => one.name)).toContain(organisationHeader);
    expect(operation?.requestBody === undefined).toBe(endpoint.body === undefined);
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining([String(endpoint.status), "default"]),
    );
  });

  it("asks for an idempotency key exactly where the table says so", () => {
    const withKey = names.filter((name) =>
      operationOf(name)?.parameters.some((one) => one.name === "Idempotency-Key"),
    );
    expect(withKey).toEqual(names.filter((name) => (endpoints[name] as EndpointSchema).idempotent === true));
  });

  it("describes nothing that the table does not have", () => {
    const described = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(described.map((operation) => operation.operationId).toSorted()).toEqual(names.toSorted());
  });

  it("has no reference that leads nowhere", () => {
    const refs = everyRef(document);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((ref) => resolve(ref) === undefined)).toEqual([]);
  });
});
