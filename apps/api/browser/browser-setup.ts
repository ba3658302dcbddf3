import type { TestProject } from "vitest/node";
import { launchChromiumServer } from "./launch-chromium.ts";
import { startServer } from "./start-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server under test, which has made its demo. */
    address: string;
    /** Where the one Chromium of the run is reached. */
    browserEndpoint: string;
  }
}

/** Vitest's global set-up: one server and one Chromium for every browser test of the run. */
export default async function browserSetup(
  project: Pick<TestProject, "provide">,
): Promise<() => Promise<void>> {
  const [server, chromium] = await Promise.all([startServer(), launchChromiumServer()]);
  project.provide("address", server.address);
  project.provide("browserEndpoint", chromium.wsEndpoint());
  return async () => {
    await chromium.close();
    await server.stop();
  };
}
