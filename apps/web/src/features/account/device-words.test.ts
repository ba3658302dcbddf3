import { describe, expect, it } from "vitest";
import { deviceWords } from "./device-words.ts";

describe("deviceWords", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36", "Chrome on Linux"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/153.0 Safari/537.36 Edg/153.0", "Edge on Windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/19 Safari/605", "Safari on macOS"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604", "Safari on iOS"],
    ["Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", "Firefox on Android"],
    ["liftledger-cli", "Command line"],
    ["curl/8", "Unknown device"],
    [null, "Unknown device"],
  ])("calls %s %s", (agent, words) => {
    expect(deviceWords(agent)).toBe(words);
  });
});
