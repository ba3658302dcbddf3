import { describe, expect, it } from "vitest";
import { refuseWeakPassword } from "./password-rules.ts";

const refusal = (password: string, known: string[] = []) =>
  refuseWeakPassword(password, known).then(
    () => null,
    (error: Error) => error.message,
  );

describe("refuseWeakPassword", () => {
  it("wants ten characters, whatever they are", async () => {
    expect(await refusal("tr0mBone!")).toContain("at least 10 characters");
    expect(await refusal("copper lantern meadow")).toBeNull();
  });

  it.each(["password1234", "qwertyuiop123", "1234567890", "Passw0rd2024!", "aaaaaaaaaaaaaa", "iloveyou123"])(
    "refuses %s, which is on a list or nearly",
    async (password) => {
      expect(await refusal(password)).toContain("lists of leaked ones");
    },
  );

  it("refuses what is made of the person's own name and address", async () => {
    expect(await refusal("lovelace1815", ["Ada Lovelace", "ada@lovelace.example"])).not.toBeNull();
    expect(await refusal("liftledger2026", [])).not.toBeNull();
  });
});
