/** The same shape with nothing in it read-only. */
type Writable<Value> = Value extends object
  ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
  : Value;

/** A copy of an engine's answer as the wire's types have it, which the engine's own are read-only versions of. */
export function writableCopy<Value>(value: Value): Writable<Value> {
  return structuredClone(value) as Writable<Value>;
}
