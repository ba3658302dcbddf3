import type { Known } from "@liftledger/contracts/known";
import type { Tool } from "@liftledger/contracts/tool";
import { t } from "../../words.ts";

export const knownNames: Record<Known, string> = {
  yes: t`Yes`,
  no: t`No`,
  "not-known": t`Not known`,
};

/** The answers, as the options of a choice. */
export const knownOptions = Object.entries(knownNames).map(([value, label]) => ({ value, label }));

export const integrationNames: Record<Tool["integration"], string> = {
  integrated: t`Integrated`,
  standalone: t`Standalone`,
  "not-known": t`Not known`,
};
