import { Button, Group, Table, Text } from "@mantine/core";
import { useState } from "react";
import { readPastedBlock, withoutLabels } from "../../components/pasted-block.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import {
  fieldNames,
  isBenefit,
  isMoney,
  isShare,
  pathsOf,
  shareFields,
  type LineField,
  type PlanLine,
  type PlanPath,
} from "../cases/plan-words.ts";
import { AssumptionFields } from "./assumption-fields.tsx";
import { withPath } from "./edit-plan.ts";
import type { LineProps } from "./line-card.tsx";
import { PathCells } from "./path-cells.tsx";
import { cellsOf, pathOfCells, runColumns, withPasted } from "./plan-cells.ts";
import { NumberField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import { readSaid } from "./typed-plan.ts";
import { t } from "../../words.ts";

/** Every value of a line, each with where it comes from; one value for all columns, or a cell for each. */
export function ValueTable({ at, line, onChange }: LineProps) {
  const { me, plan, columns } = usePlanForm();
  const [spread, setSpread] = useState<ReadonlySet<LineField>>(new Set());
  const own = runColumns(
    line.run,
    columns.map(({ column }) => column),
  );
  const paths = pathsOf(line);
  const setPath = (field: LineField, path: PlanPath) =>
    onChange((before) => withPath(before, field, path, me));
  // A block of a spreadsheet fills the fields below each other, from the cell in which it was pasted.
  const paste = (field: LineField, place: number, text: string): boolean => {
    const block = readBlock(text);
    const below = paths.slice(paths.findIndex(([one]) => one === field));
    if (block.length < 2 && (block[0]?.length ?? 0) < 2) return false;
    const filled = below.slice(0, block.length);
    onChange((before) =>
      filled.reduce((changed: PlanLine, [one], row) => {
        const cells = cellsOf(pathsOf(changed).find(([name]) => name === one)?.[1] ?? [], own);
        return withPath(changed, one, pathOfCells(withPasted(cells, place, block[row] ?? []), own), me);
      }, before),
    );
    setSpread((before) => new Set([...before, ...filled.map(([one]) => one)]));
    return true;
  };
  return (
    <Table fz="sm" verticalSpacing={6} className="stacks-on-phone" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="24%">{t`Assumption`}</Table.Th>
          <Table.Th w="26%">{t`Value`}</Table.Th>
          <Table.Th>{t`Where it comes from`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <WholeLineRow at={at} line={line} onChange={onChange} />
        {paths.map(([field, path]) => (
          <ValueRow
            key={field}
            at={at}
            line={line}
            field={field}
            path={path}
            columns={own}
            isSpread={path.length > 1 || spread.has(field)}
            currency={line.currency ?? plan.currency}
            onChange={onChange}
            onPath={(next) => setPath(field, next)}
            onPaste={(place, text) => paste(field, place, text)}
            onSpread={(isSpread) => {
              setSpread(
                (before) =>
                  new Set([...before].filter((one) => one !== field).concat(isSpread ? [field] : [])),
              );
              const [first] = path;
              if (!isSpread) setPath(field, first === undefined ? [] : [{ ...first, from: 0 }]);
            }}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What was copied, without its headings; a column of numbers alone is laid down as a row. */
function readBlock(text: string): string[][] {
  const isNumber = (cell: string) => readSaid(cell, "number", readerLocale).kind === "number";
  const block = withoutLabels(readPastedBlock(text), isNumber);
  return block.length > 1 && block.every((row) => row.length === 1) ? [block.flat()] : block;
}

/** Where everything of the line comes from that has no source of its own. */
function WholeLineRow({ at, line, onChange }: LineProps) {
  const { isShort, problemAt } = usePlanForm();
  const problem = problemAt(`${at}/assumptions`);
  const hasOwn = (field: LineField | "line") => line.assumptions.some((one) => one.field === field);
  // Where every value has a source of its own there is none for the line.
  if (!isShort && !hasOwn("line") && pathsOf(line).every(([field]) => hasOwn(field))) return null;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {isShort ? t`The line` : t`The whole line`}
      </Table.Th>
      <Table.Td>{isBenefit(line) && <WholeShares at={at} line={line} onChange={onChange} />}</Table.Td>
      <Table.Td>
        <AssumptionFields at={at} line={line} field="line" onChange={onChange} />
        {problem !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)" mt={4}>
            {problem}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Says the shares that nobody has said yet: used by all, all ours, certain, all money, counted nowhere else. */
function WholeShares({ line, onChange }: LineProps) {
  const { me } = usePlanForm();
  if (!isBenefit(line)) return null;
  const unsaid = shareFields.filter((field) =>
    line.value[field].every(({ value }) => (value ?? "").trim() === ""),
  );
  if (unsaid.length === 0) return null;
  const full = (field: LineField) => (field === "overlap" ? "0" : "100");
  return (
    <Button
      size="xs"
      variant="default"
      h="auto"
      py={4}
      styles={{ label: { whiteSpace: "normal" } }}
      onClick={() =>
        onChange((before) =>
          unsaid.reduce(
            (changed, field) => withPath(changed, field, [{ from: 0, value: full(field) }], me),
            before,
          ),
        )
      }
    >{t`Say that it is wholly used, ours, certain and money, and counted nowhere else`}</Button>
  );
}

interface ValueRowProps extends LineProps {
  field: LineField;
  path: PlanPath;
  columns: readonly number[];
  isSpread: boolean;
  currency: string;
  onPath: (path: PlanPath) => void;
  onPaste: (place: number, text: string) => boolean;
  onSpread: (isSpread: boolean) => void;
}

function ValueRow({ at, line, field, path, columns, isSpread, currency, onChange, ...row }: ValueRowProps) {
  const { isShort, plan } = usePlanForm();
  const inside = isBenefit(line) ? `${at}/value/${field}` : `${at}/${field}`;
  const name = fieldNames[field];
  const toggle = isSpread ? t`One value` : t`Over time`;
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row" fw={500}>
          {name}
          <Text size="xs" c="dimmed" fw={400}>
            {hintOf(field, { isMonthly: plan.period === "month", isOnce: line.run.kind === "one-off" })}
          </Text>
          {columns.length > 1 && (
            <Button
              size="compact-xs"
              variant="subtle"
              ml={-6}
              aria-label={`${toggle}: ${name}`}
              onClick={() => row.onSpread(!isSpread)}
            >
              {toggle}
            </Button>
          )}
        </Table.Th>
        <Table.Td data-label={isSpread ? undefined : t`Value`}>
          {isSpread ? (
            <Text size="sm" c="dimmed">{t`below, over time`}</Text>
          ) : (
            <NumberField
              path={inside}
              ariaLabel={`${name}, ${line.name}`}
              size="xs"
              unit={isShare(field) ? "%" : isMoney(field) ? currency : ""}
              value={path[0]?.value ?? ""}
              onChange={(value) => row.onPath([{ from: 0, value }])}
              onPaste={(text) => row.onPaste(0, text)}
            />
          )}
        </Table.Td>
        <Table.Td>
          {!isShort && <AssumptionFields at={at} line={line} field={field} onChange={onChange} />}
        </Table.Td>
      </Table.Tr>
      {isSpread && (
        <Table.Tr>
          <Table.Td colSpan={3} pt={0}>
            <Group gap={4}>
              <PathCells
                at={inside}
                name={`${name}, ${line.name}`}
                unit={isShare(field) ? "%" : isMoney(field) ? currency : ""}
                path={path}
                columns={columns}
                onPath={row.onPath}
                onPaste={row.onPaste}
              />
            </Group>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** What is to be said there. */
function hintOf(field: LineField, { isMonthly, isOnce }: { isMonthly: boolean; isOnce: boolean }): string {
  if (field === "lift") return t`for one of the volume: 0.006, or 40%`;
  if (field === "unitValue") return t`at margin, not turnover`;
  if (isShare(field)) return "";
  if (isOnce) return t`in all`;
  return isMonthly ? t`a month` : t`a year`;
}
