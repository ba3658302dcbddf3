import type { Context } from "@liftledger/use-cases/context";
import { addExchangeRates } from "@liftledger/use-cases/exchange-rates/add-exchange-rates";
import { retiredExamples, type RetiredExample } from "@liftledger/use-cases/testing/retired-examples";

/** Makes what each example of retiring and restoring is about, and of taking an exchange rate back. */
export function retirementPreparations(
  ctx: Context,
): Record<string, () => Promise<{ ids: Record<string, string> }>> {
  const ofKinds = Object.entries(retiredExamples).flatMap(([kind, example]: [string, RetiredExample]) => {
    const made = async (name: string) => example.make(ctx, name);
    const retire = async () => ({
      ids: { [example.exampleId]: await made(`to-retire-${kind.toLowerCase()}`) },
    });
    const restore = async () => {
      const id = await made(`to-restore-${kind.toLowerCase()}`);
      await example.retire(ctx, id, { version: 1, reason: "of the test" });
      return { ids: { [example.exampleId]: id } };
    };
    return [
      [`retire${kind}`, retire],
      [`restore${kind}`, restore],
    ] as const;
  });
  return {
    ...Object.fromEntries(ofKinds),
    async retractExchangeRate() {
      const rate = { from: "CHF", date: "2026-05-29", rate: "10.4", source: "typed in" };
      await addExchangeRates(ctx, { rates: [rate] });
      return { ids: {} };
    },
  };
}
