import type { TestProject } from "vitest/node";
import { launchChromiumServer } from "./launch-chromium.ts";
import { startServer, type Server } from "./start-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server under test, which has made its demo and is set up. */
    server: Server;
    /** Where the one Chromium of the run is reached. */
    browserEndpoint: string;
  }
}

/** Vitest's global set-up: one server and one Chromium for every browser test of the run. */
export default async function browserSetup(
  project: Pick<TestProject, "provide">,
): Promise<() => Promise<void>> {
  const [server, chromium] = await Promise.all([startServer(), launchChromiumServer()]);
  project.provide("server", { address: server.address, cookie: server.cookie });
  project.provide("browserEndpoint", chromium.wsEndpoint());
  return async () => {
    await chromium.close();
    await server.stop();
  };
}
