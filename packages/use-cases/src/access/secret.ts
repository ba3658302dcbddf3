import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits of chance as text that can stand in an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: SHA-256 in hexadecimal. It has so many bits that no slow hash is needed. */
export function secretDigest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether a secret is the one of a digest, in a time that tells nothing. */
export function isSecretOf(secret: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(secretDigest(secret)), Buffer.from(digest));
}
