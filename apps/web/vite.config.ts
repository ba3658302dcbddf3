import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { locales } from "./texts/source-files.ts";
import { translationsPlugin } from "./texts/translations-plugin.ts";

const apiAddress = "http://127.0.0.1:8787";

export default defineConfig({
  plugins: [react(), translationsPlugin(locales)],
  server: { host: "127.0.0.1", proxy: { "/api": apiAddress, "/healthz": apiAddress } },
  build: {
    outDir: "dist",
    target: "es2022",
    // Inlined fonts and images would need data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The pure packages do nothing when they are imported: what a page does not call stays out of it.
    rolldownOptions: {
      // The first page names the files of all others: they go by their hash alone, but for what is loaded last.
      output: {
        // What most pages need, in one piece: fifty of a few hundred bytes each take longer than what is loaded in vain.
        codeSplitting: { groups: [{ name: "shared", test: /\/apps\/web\/src\//, minShareCount: 25 }] },
        chunkFileNames: ({ name }) =>
          name === "line-chart" ? "assets/[name]-[hash].js" : "assets/[hash].js",
      },
      treeshake: { moduleSideEffects: [{ test: /\/packages\/(numerics|kpis)\//, sideEffects: false }] },
    },
  },
});
