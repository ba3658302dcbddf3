import { describe, expect, it } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

describe("KeptAnswers", () => {
  it("keeps an answer for a while", () => {
    let now = 0;
    const kept = new KeptAnswers({ milliseconds: 100 }, () => now);
    kept.keep("a", { npv: 1 });
    now = 100;
    expect(kept.find("a")).toEqual({ npv: 1 });
    now = 101;
    expect([kept.find("a"), kept.find("b")]).toEqual([undefined, undefined]);
  });

  it("makes room by what was asked for longest ago", () => {
    const kept = new KeptAnswers({ answers: 2 });
    kept.keep("a", "1");
    kept.keep("b", "2");
    kept.find("a");
    kept.keep("c", "3");
    expect([kept.find("a"), kept.find("b"), kept.find("c")]).toEqual(["1", undefined, "3"]);
  });

  it("keeps no more than fits, and nothing that is larger than all of it", () => {
    const kept = new KeptAnswers({ characters: 10 });
    kept.keep("a", new Uint8Array(6));
    kept.keep("b", new Uint8Array(6));
    kept.keep("c", new Uint8Array(11));
    expect([kept.find("a"), kept.find("c")]).toEqual([undefined, undefined]);
    expect(kept.find("b")).toHaveLength(6);
  });
});
