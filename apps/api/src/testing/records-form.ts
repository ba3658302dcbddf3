import type { RecordTargetName } from "@liftledger/contracts/record-targets";
import { exampleInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { addPeriods } from "@liftledger/kpis/period";
import type { ImportedRow } from "./commands/measured-commands.ts";

const column = (name: string) => ({ column: name });
const value = (text: string) => ({ value: text });

/** How a file of each target is read; its columns are those of `rowOf`. */
const fields: Readonly<Record<RecordTargetName, object>> = {
  initiatives: {
    name: column("Name"),
    team: value(exampleInitiative.team),
    owner: value("Grace"),
    useCasePattern: value("other"),
    phase: value("pilots"),
    status: value("active"),
    startedOn: { ...column("Day"), format: "yyyy-MM-dd" },
  },
  "cost-lines": {
    initiative: column("Name"),
    category: value("people"),
    month: { ...column("Day"), format: "yyyy-MM-dd" },
    amount: column("Amount"),
    currency: value("EUR"),
    kind: value("actual"),
  },
  "hold-outs": {
    initiative: column("Name"),
    kpi: value("conversion-rate"),
    scope: column("Shop"),
    kind: value("proportion"),
    startedOn: { ...column("Day"), format: "yyyy-MM-dd" },
    endedOn: value("2026-06-20"),
    treatedShare: value("0.5"),
    treatedUnits: value("1000"),
    treatedSum: column("Amount"),
    heldOutUnits: value("1000"),
    heldOutSum: value("100"),
  },
};

/** A small file of initiatives, cost lines or hold-outs as somebody uploads it. */
export function recordsForm({
  target,
  rows,
}: {
  target: RecordTargetName;
  rows: readonly ImportedRow[];
}): FormData {
  const form = new FormData();
  const lines = ["Name,Shop,Day,Amount", ...rows.map(rowOf)];
  form.append("file", new File([`${lines.join("\n")}\n`], `${target}.csv`));
  const numbers = { decimal: ".", thousands: "" };
  form.append(
    "recipe",
    JSON.stringify({ target, name: target, source: "list", numbers, fields: fields[target] }),
  );
  return form;
}

/** Some of them are refused: an amount below zero, an initiative that is not there or is there twice. */
function rowOf({ name, shop, month, amount }: ImportedRow): string {
  return [`Effort ${name}`, `Shop ${shop}`, `${addPeriods("2026-03", month)}-06`, 110 * amount].join(",");
}
