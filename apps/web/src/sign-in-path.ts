/** The address of the page to sign in on, which leads back to where one wanted to go. */
export function signInPath(next: string): string {
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Where to go after signing in: a page of this server, whatever the address said. */
export function nextPath(next: unknown): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return "/";
  return next.startsWith("/sign-in") || next.startsWith("/access") ? "/" : next;
}

const rememberedNext = "liftledger:next";

/** Keeps where one wanted to go while another server signs one in. */
export function rememberNext(next: string): void {
  sessionStorage.setItem(rememberedNext, next);
}

/** Where one wanted to go before another server signed one in; asked once. */
export function recallNext(): string {
  const next = nextPath(sessionStorage.getItem(rememberedNext));
  sessionStorage.removeItem(rememberedNext);
  return next;
}
