// `npm run lighthouse`: accessibility, best practices and speed of the main pages as Lighthouse sees them, on a desk and
// on a phone. Paths as arguments take those pages: `npm run lighthouse -- /demo/portfolio /demo/cases`.
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, pinnedEnvironment, pinnedNode, root, run } from "./runtime.mjs";

await ensureInstalled();
await ensureBuilt();
const judge = join(root, "apps/api/browser/lighthouse.ts");
process.exit(await run(pinnedNode(), [judge, ...process.argv.slice(2)], { env: pinnedEnvironment() }));
