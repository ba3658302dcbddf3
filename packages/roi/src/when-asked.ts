/**
 * An object with further fields, each worked out when it is first read and then kept. A portfolio asks for three figures
 * of an initiative and nobody's tree: the others then cost nothing.
 *
 * @example whenAsked({ name }, { sum: () => addUp(rows) }).sum
 */
export function whenAsked<Known extends object, Asked extends object>(
  known: Known,
  makers: { [Field in keyof Asked]: () => Asked[Field] },
): Known & Asked {
  const whole = { ...known } as Known & Asked;
  for (const field of Object.keys(makers) as (keyof Asked)[]) {
    Object.defineProperty(whole, field, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = makers[field]();
        Object.defineProperty(whole, field, { value, enumerable: true });
        return value;
      },
    });
  }
  return whole;
}
