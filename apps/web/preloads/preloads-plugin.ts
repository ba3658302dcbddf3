import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { pageModulesOf } from "./page-modules.ts";

/**
 * Lists in preloads.json which scripts each page needs beyond those that every page begins with, by the page's address.
 * The server names them in the page it sends: they are fetched at once, not after the session was asked for.
 */
export function preloadsPlugin(source: string): Plugin {
  return {
    name: "preloads",
    apply: "build",
    generateBundle(_options, bundle) {
      const begun = new Set(
        Object.values(bundle).flatMap((file) =>
          file.type === "chunk" && file.isEntry ? withImports(bundle, file) : [],
        ),
      );
      const preloads: Record<string, string[]> = {};
      for (const file of globSync("routes/*.ts", { cwd: source }).toSorted()) {
        for (const { path, module } of pageModulesOf(readFileSync(join(source, file), "utf8"))) {
          const chunk = chunkOf(bundle, join(source, "features", module));
          if (chunk === undefined) throw new Error(`${file}: the build has no script for ${module}`);
          const needed = withImports(bundle, chunk).filter((name) => !begun.has(name));
          preloads[path] = needed.map((name) => `/${name}`);
        }
      }
      const text = `${JSON.stringify(preloads)}\n`;
      this.emitFile({ type: "asset", fileName: "preloads.json", source: text });
    },
  };
}

/** The script that a module begins. */
function chunkOf(bundle: Rolldown.OutputBundle, module: string): Rolldown.OutputChunk | undefined {
  for (const file of Object.values(bundle))
    if (file.type === "chunk" && file.facadeModuleId === module) return file;
  return undefined;
}

/** A script and all that it imports before it runs, each once. */
function withImports(bundle: Rolldown.OutputBundle, begin: Rolldown.OutputChunk): string[] {
  const names = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (names.has(chunk.fileName)) return;
    names.add(chunk.fileName);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === "chunk") add(imported);
    }
  };
  add(begin);
  return [...names];
}
