import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { openLedger } from "../testing/open-ledger.ts";
import { changeSavedView } from "./change-saved-view.ts";
import { listSavedViews } from "./list-saved-views.ts";
import { removeSavedView } from "./remove-saved-view.ts";
import { saveView } from "./save-view.ts";

const byTeam = { page: "portfolio", name: "By team", search: "group=team", isShared: false } as const;

describeOnEveryDatabase("saved views", (open) => {
  it("are one's own until they are shared, and remain one's own to change", async () => {
    const ctx = await openLedger(open);
    const colleague = { ...ctx, actor: { ...ctx.actor, personId: "grace", role: "viewer" as const } };
    const names = async (who: typeof ctx) =>
      (await listSavedViews(who, { limit: 5 })).rows.map(({ name, isOwn }) => [name, isOwn]);
    const { viewId } = await saveView(colleague, { ...byTeam, isDefault: false });
    expect([await names(colleague), await names(ctx)]).toEqual([[["By team", true]], []]);

    const shared = { version: 1, name: "Teams", search: "group=team&sort=roi", isShared: true };
    await changeSavedView(colleague, { viewId, ...shared, isDefault: true });
    expect(await names(ctx)).toEqual([["Teams", false]]);
    expect((await listSavedViews(ctx, { limit: 5 })).rows[0]).toMatchObject({ isDefault: false, version: 2 });
    await expect(changeSavedView(colleague, { viewId, ...shared, isDefault: true })).rejects.toThrow(
      LostUpdateError,
    );
    const stranger = { viewId, ...shared, version: 2, isDefault: false };
    await expect(changeSavedView(ctx, stranger)).rejects.toThrow(NotFoundError);
    await expect(removeSavedView(ctx, { viewId })).rejects.toThrow(NotFoundError);

    await removeSavedView(colleague, { viewId });
    expect([await names(colleague), await names(ctx)]).toEqual([[], []]);
    await expect(removeSavedView(colleague, { viewId })).rejects.toThrow(NotFoundError);
  });

  it("open a page with one of them only", async () => {
    const ctx = await openLedger(open);
    const first = await saveView(ctx, { ...byTeam, isDefault: true });
    const second = await saveView(ctx, { ...byTeam, name: "By phase", isDefault: true });
    const openWith = async () =>
      (await listSavedViews(ctx, { limit: 5, page: "portfolio" })).rows
        .filter(({ isDefault }) => isDefault)
        .map(({ name }) => name);
    expect(await openWith()).toEqual(["By phase"]);
    const { viewId, name, search, isShared } = first;
    await changeSavedView(ctx, { viewId, version: 1, name, search, isShared, isDefault: true });
    expect(await openWith()).toEqual(["By team"]);
    await removeSavedView(ctx, { viewId: second.viewId });
    expect(await openWith()).toEqual(["By team"]);
  });
});
