import { t } from "../../words.ts";

// No text: names of products.
const browsers = [
  [/\bEdg\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\//, "Firefox"],
  [/\b(Headless)?Chrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;
// No text: names of products.
const systems = [
  [/\biPhone|iPad\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
] as const;

/**
 * What a browser calls itself, in two words; a hint for a person, since anybody may call themselves anything.
 *
 * @example
 * deviceWords("Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0") // "Chrome on Linux"
 */
export function deviceWords(userAgent: string | null): string {
  const agent = userAgent ?? "";
  if (agent.startsWith("liftledger")) return t`Command line`;
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  if (browser === undefined) return system ?? t`Unknown device`;
  return system === undefined ? browser : t`${browser} on ${system}`;
}
