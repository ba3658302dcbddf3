// `npm run screenshots`: every page and everything that opens on one, light and dark, wide and narrow, on a demo made for
// it, as pictures in test-results/gallery. A folder as first argument puts them there; names after it take only those:
// `npm run screenshots -- /tmp/pictures board portfolio-grouped`.
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, pinnedEnvironment, pinnedNode, root, run } from "./runtime.mjs";

await ensureInstalled();
await ensureBuilt();
const gallery = join(root, "apps/api/browser/gallery.ts");
process.exit(
  await run(pinnedNode(), [gallery, ...process.argv.slice(2)], {
    cwd: process.cwd(),
    env: pinnedEnvironment(),
  }),
);
