import type { Tool } from "@liftledger/contracts/tool";
import { Badge, Card, Table, Text } from "@mantine/core";
import { formatDate } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import { ExplainButton } from "../explain/explain-button.tsx";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { integrationNames, knownNames } from "./known-words.ts";
import { ActionsHead, RegisteredName, RowActions } from "./register-row.tsx";
import { ToolVersions } from "./register-versions.tsx";
import { rollOutWords } from "./version-facts.ts";
import { t } from "../../words.ts";

export interface ToolsTableProps {
  tools: readonly Tool[];
  mayWrite: boolean;
  onOpen: (tool: Tool) => void;
}

/** The tools, each with who uses it for what and what was spent on it. */
export function ToolsTable({ tools, mayWrite, onOpen }: ToolsTableProps) {
  return (
    <Card withBorder padding="sm">
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">{t`Tool`}</Table.Th>
            <Table.Th>{t`How it works`}</Table.Th>
            <Table.Th w="14%">{t`Checked before use`}</Table.Th>
            <Table.Th w="22%">{t`Used by`}</Table.Th>
            <Table.Th ta="end">{t`Spent to date`}</Table.Th>
            <ActionsHead />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tools.map((tool) => (
            <ToolRow key={tool.toolId} tool={tool} mayWrite={mayWrite} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function ToolRow({ tool, mayWrite, onOpen }: { tool: Tool } & Omit<ToolsTableProps, "tools">) {
  const { vendor, integration, explainable, realTime, preVetted, rollOut, uses } = tool;
  return (
    <Table.Tr>
      <RegisteredName thing={tool} under={vendor} />
      <Table.Td data-label={t`How it works`}>
        <Badge variant={integration === "standalone" ? "outline" : "default"} tt="none" fw={500}>
          {integrationNames[integration]}
        </Badge>
        <Text size="sm" c="dimmed" mt={4} style={{ whiteSpace: "nowrap" }}>
          {t`Says why it answers: ${knownNames[explainable]}`}
          <br />
          {t`In real time: ${knownNames[realTime]}`}
        </Text>
      </Table.Td>
      <Table.Td data-label={t`Checked before use`}>
        {preVetted === null ? (
          <Text span size="sm" c="dimmed">{t`no`}</Text>
        ) : (
          <Text span size="sm">{`${formatDate(preVetted.on)}, ${preVetted.by}`}</Text>
        )}
      </Table.Td>
      <Table.Td data-label={t`Used by`}>
        {uses.length === 0 && rollOut === null && <Text span size="sm" c="dimmed">{t`nobody yet`}</Text>}
        {rollOut !== null && (
          <Text size="sm">
            {t`Taken up by`} {rollOutWords(rollOut)}
          </Text>
        )}
        {uses.map(({ initiativeId, initiative, useCase, systems }) => (
          <Text size="sm" key={`${initiativeId} ${useCase}`}>
            {initiative}
            <Text span size="sm" c="dimmed">
              {` · ${[useCase, ...systems].join(", ")}`}
            </Text>
          </Text>
        ))}
      </Table.Td>
      <Table.Td data-label={t`Spent to date`} ta={{ sm: "end" }}>
        <Spend tool={tool} />
      </Table.Td>
      <RowActions
        thing={tool}
        mayWrite={mayWrite}
        onChange={() => onOpen(tool)}
        versions={<ToolVersions tool={tool} />}
        retirement={<Retirement tool={tool} />}
      />
    </Table.Tr>
  );
}

/** What was spent on a tool: opens down to the costs that it is made of. */
function Spend({ tool: { name, spend, figureId } }: { tool: Tool }) {
  const text = formatMoney(Number(spend.amount), spend.currency, { digits: 2 });
  return (
    <ExplainButton figureId={figureId} aria-label={t`${text} spent on ${name} to date. Explain`}>
      {text}
    </ExplainButton>
  );
}

function Retirement({ tool: { toolId, name, version, retired } }: { tool: Tool }) {
  const params = { toolId };
  return (
    <RetirementControls
      thing={`tool:${toolId}`}
      needs="contributor"
      size="xs"
      name={name}
      retired={retired}
      explained={t`It crowds nothing any more. What was spent on it stays, and it can be restored.`}
      retire={(client, reason, idempotencyKey) =>
        client.call("retireTool", { params, body: { version, reason }, idempotencyKey })
      }
      restore={(client, idempotencyKey) =>
        client.call("restoreTool", { params, body: { version }, idempotencyKey })
      }
    />
  );
}
