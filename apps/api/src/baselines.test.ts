import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { fakePerson } from "./testing/fake-person.ts";
import { openApp } from "./testing/open-app.ts";
import { signedIn } from "./testing/sign-in.ts";

const reason = "The shop corrected its visits";

describeOnEveryDatabase("a baseline", (open) => {
  it("is drafted by one and frozen by another, tells corrections in the list and its CSV, and is unfrozen", async () => {
    const { app, cookie, deps } = await openApp(open);
    const ada = fakePerson(app, cookie);
    const grace = fakePerson(app, await signedIn(deps.db, { personId: "grace", role: "finance" }));
    const { body: series } = await ada.post("/series", { kpiKey: "conversion-rate", scope: "Shop" });
    const { seriesId } = series;
    const log = (numerator: string) => {
      const snapshot = { seriesId, numerator, denominator: "400" };
      const periods = ["2026-W12", "2026-W13", "2026-W14"];
      const snapshots = periods.map((period) => ({ ...snapshot, period }));
      return ada.post("/snapshots", { snapshots });
    };
    await log("20");
    const { body: draft } = await ada.post("/baselines", { seriesId, interventionStart: "2026-W15" });
    expect(draft).toMatchObject({ draftedBy: "Local administrator", approvers: ["grace"] });
    const path = `/baselines/${draft.baselineId}`;
    expect(await ada.post(`${path}/freeze`)).toMatchObject({
      status: 403,
      body: {
        type: "https://liftledger.dev/problems/own-approval",
        detail: "Who drafts a baseline does not freeze it: Local administrator drafted this one. grace may.",
      },
    });
    const { body: frozen } = await grace.post(`${path}/freeze`);
    expect(frozen).toMatchObject({ status: "frozen", version: 2, frozenBy: "grace", correctedSince: [] });
    await log("21");

    const listed = `/api/v1/series/${seriesId}/baselines`;
    const { body } = await ada.get(`/series/${seriesId}/baselines?status=frozen`);
    expect(body.rows).toMatchObject([{ correctedSince: ["2026-W12", "2026-W13", "2026-W14"] }]);
    const csv = await app.request(listed, { headers: { Accept: "text/csv" } });
    expect(parse(await csv.text(), { columns: true })).toMatchObject([
      { frozenBy: "grace", digest: frozen.digest, correctedSince: expect.stringContaining("2026-W13") },
    ]);

    expect(await ada.post(`${path}/unfreeze`, { version: 2 })).toMatchObject({ status: 422 });
    expect(await ada.post(`${path}/unfreeze`, { version: 1, reason })).toMatchObject({ status: 409 });
    const { body: again } = await ada.post(`${path}/unfreeze`, { version: 2, reason });
    expect(again).toMatchObject({ status: "draft", redraftOf: draft.baselineId, correctedSince: [] });
    const ended = await app.request(`${listed}?status=superseded`, { headers: { Accept: "text/csv" } });
    expect(parse(await ended.text(), { columns: true })).toMatchObject([
      { "superseded.by": "Local administrator", "superseded.unfreezeReason": reason },
    ]);
    expect(await grace.post(`/baselines/${again.baselineId}/freeze`)).toMatchObject({
      body: { status: "frozen", digest: expect.not.stringMatching(frozen.digest) },
    });
  });
});
