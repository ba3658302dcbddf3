import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { expect } from "vitest";
import type { Play } from "./play.ts";

const view = { page: "portfolio" as const, name: "By team", search: "group=team", isShared: true };

/** One play for each changing endpoint of organisations and of views that are kept. */
export const organisationPlays = {
  async createDemo(client) {
    await client.call("createDemo", {});
    return {
      noun: "organisation",
      objectId: "demo",
      before: null,
      after: expect.objectContaining({ kind: "demo" }),
    };
  },
  async deleteDemo(client) {
    await client.call("deleteDemo", {});
    return {
      noun: "organisation",
      objectId: "demo",
      before: expect.objectContaining({ kind: "demo" }),
      after: null,
    };
  },
  async changeOrganisation(client) {
    const params = { organisationId: "default" };
    const { name } = await client.call("changeOrganisation", { params, body: { version: 1, name: "New" } });
    const before = expect.objectContaining({ name: "Example", version: 1 });
    const after = expect.objectContaining({ name, version: 2 });
    return { noun: "organisation", objectId: "default", before, after };
  },
  async saveView(client) {
    const { viewId } = await client.call("saveView", { body: view });
    const after = expect.objectContaining({ name: "By team", isShared: true, version: 1 });
    return { noun: "saved-view", objectId: viewId, before: null, after };
  },
  async changeSavedView(client) {
    const { viewId } = await client.call("saveView", { body: view });
    const { page: _page, ...anew } = { ...view, name: "By phase", isDefault: true, version: 1 };
    await client.call("changeSavedView", { params: { viewId }, body: anew });
    const before = expect.objectContaining({ name: "By team", isDefault: false, version: 1 });
    const after = expect.objectContaining({ name: "By phase", isDefault: true, version: 2 });
    return { noun: "saved-view", objectId: viewId, before, after };
  },
  async removeSavedView(client) {
    const { viewId } = await client.call("saveView", { body: view });
    await client.call("removeSavedView", { params: { viewId } });
    const before = expect.objectContaining({ name: "By team", version: 1 });
    return { noun: "saved-view", objectId: viewId, before, after: null };
  },
} satisfies Partial<Record<EndpointName, Play>>;
