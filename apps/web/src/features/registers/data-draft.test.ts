import { describe, expect, it } from "vitest";
import { emptyData, readData, type DataDraft } from "./data-draft.ts";

const draft: DataDraft = { ...emptyData, name: " Leads ", system: "CRM" };

describe("readData", () => {
  it.each<[Partial<DataDraft>, string[]]>([
    [{}, []],
    [{ name: "" }, ["name"]],
    [{ system: " " }, ["system"]],
    [{ needsCleansing: "yes" }, ["cleansing"]],
    [{ needsCleansing: "yes", cleansing: "No industry" }, []],
  ])("of %j finds missing: %j", (differences, fields) => {
    expect(Object.keys(readData({ ...draft, ...differences }).faults)).toEqual(fields);
  });

  it("sends nothing that no longer applies", () => {
    const typed = {
      needsCleansing: "no",
      cleansing: "No industry",
      personalData: "no",
      privacyBasis: "Consent",
    } as const;
    expect(readData({ ...draft, ...typed }).data).toMatchObject({
      name: "Leads",
      cleansing: "",
      privacyBasis: null,
      owner: null,
      retention: null,
    });
  });
});
