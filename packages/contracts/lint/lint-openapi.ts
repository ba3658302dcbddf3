// Lints the OpenAPI document by Redocly's strict rules; part of `npm run check`. Any finding fails.
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { openApiDocument } from "../src/openapi.ts";

const config = await createConfig({ extends: ["recommended-strict"] });
const source = JSON.stringify(openApiDocument("1.0.0"));
const problems = await lintFromString({ source, config });
for (const { ruleId, message, location } of problems) {
  console.error(`${ruleId}: ${message}\n  at ${location[0]?.pointer ?? "the document"}`);
}
console.log(`OpenAPI: ${problems.length} findings`);
process.exitCode = problems.length === 0 ? 0 : 1;
