import { signInPath } from "./sign-in-path.ts";

/** Leaves for the page to sign in on, which leads back to this one. What was typed is kept by its draft. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname === "/sign-in" || pathname === "/access") return;
  window.location.assign(signInPath(`${pathname}${search}`));
}
