import type { Hono } from "hono";

/** Somebody with a browser of their own: it keeps the cookies it was sent. */
export function fakePerson(app: Hono, cookie = "") {
  const jar = new Map<string, string>();
  if (cookie !== "") keep(jar, cookie);
  const send = async (method: string, path: string, body?: object) => {
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(jar.size === 0 ? {} : { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line.split(";")[0] ?? "", line);
    // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
    return { status: response.status, body: (await response.json()) as any };
  };
  return {
    get: (path: string) => send("GET", path),
    post: (path: string, body: object = {}) => send("POST", path, body),
    put: (path: string, body: object) => send("PUT", path, body),
    patch: (path: string, body: object) => send("PATCH", path, body),
    delete: (path: string) => send("DELETE", path),
    cookies: jar,
  };
}

function keep(jar: Map<string, string>, pair: string, line = ""): void {
  for (const more of pair.split("; ").slice(1)) keep(jar, more);
  const [name = "", ...value] = (pair.split("; ")[0] ?? "").split("=");
  if (/max-age=0/i.test(line)) jar.delete(name);
  else jar.set(name, value.join("="));
}
