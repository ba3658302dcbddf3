import { AlertRuleKey } from "@liftledger/contracts/alert";
import type { Notice } from "@liftledger/contracts/notice";
import type { AlertNotice } from "@liftledger/roi/governance/advance-alerts";
import { alertHelp } from "@liftledger/roi/governance/alert-help";
import { missingPeriodIn } from "@liftledger/roi/governance/alert-rules";

/** What people are told of an alert, as it is mailed and sent to webhooks. */
export function alertNotice(
  { kind, rule, name, text, since }: AlertNotice,
  about: {
    alertId: string;
    organisation: Notice["organisation"];
    initiative: { id: string; name: string } | null;
  },
): Omit<Notice, "id" | "at"> {
  const { alertId, organisation, initiative } = about;
  const ended = kind === "recovered";
  const whatToDo = ended ? "Nothing: it is over." : alertHelp[rule];
  return {
    kind,
    organisation,
    title: ended ? `Over: ${name}` : name,
    text,
    alert: { alertId, rule: AlertRuleKey.parse(rule), name, since, whatToDo, initiative },
    digest: null,
    path:
      rule === "missing-week"
        ? logPath(organisation.id, text)
        : pathOf(organisation.id, rule, initiative?.id ?? null),
  };
}

/** The sheet of the week that is missing. */
function logPath(organisationId: string, text: string): string {
  const period = missingPeriodIn(text);
  return `/${organisationId}/log${period === null ? "" : `?period=${period}`}`;
}

/** Where in the product something is done about it. */
function pathOf(organisationId: string, rule: AlertNotice["rule"], initiativeId: string | null): string {
  if (rule === "case-waiting") return `/${organisationId}/approvals`;
  if (initiativeId === null) return `/${organisationId}/alerts`;
  const page = `/${organisationId}/initiatives/${initiativeId}`;
  if (rule === "gate-due") return `${page}/gate`;
  return rule === "roadmap-late" ? `${page}/roadmap` : page;
}
