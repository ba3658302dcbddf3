/** What is wrong with an answer to a hostile request, whatever it asked; undefined where nothing is. */
export function faultOfAnswer(response: Response, text: string): string | undefined {
  const { status } = response;
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (/node_modules|\n\s+at /.test(text)) return `tells of the inside: ${text.slice(0, 300)}`;
  if (status < 400) return undefined;
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("application/problem+json")) return `${status} as ${type}`;
  const problem = JSON.parse(text) as { status?: number; detail?: string; details?: { field: string }[] };
  if (problem.status !== status || (problem.detail ?? "") === "") return `${status} says no more: ${text}`;
  // A value that is refused stands somewhere.
  const [first] = problem.details ?? [];
  if (status === 422 && (first?.field ?? "") === "") return `names no field: ${text}`;
  return undefined;
}
