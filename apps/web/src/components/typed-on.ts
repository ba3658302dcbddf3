/**
 * What is left of a draft once what was sent of it is saved: what comes next, and over it each field into which
 * somebody typed on while the server had not answered yet. Undefined where nobody did.
 */
export function typedOn<Draft>(now: Draft, sent: Draft, next: Draft): Draft | undefined {
  if (now === sent) return undefined;
  if (!isFields(now) || !isFields(sent)) return now;
  const changed = Object.entries(now).filter(([field, value]) => value !== sent[field]);
  return changed.length === 0 ? undefined : { ...next, ...(Object.fromEntries(changed) as Partial<Draft>) };
}

function isFields(draft: unknown): draft is Record<string, unknown> {
  return typeof draft === "object" && draft !== null && !Array.isArray(draft);
}
