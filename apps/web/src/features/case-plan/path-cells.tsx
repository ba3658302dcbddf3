import type { KeyboardEvent } from "react";
import { Text } from "@mantine/core";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import type { PlanPath } from "../cases/plan-words.ts";
import { cellsOf, pathOfCells } from "./plan-cells.ts";
import { usePlanForm } from "./plan-form.ts";
import classes from "./path-cells.module.css";
import { t } from "../../words.ts";

export interface PathCellsProps {
  /** Where the path stands in the plan. */
  at: string;
  name: string;
  unit: string;
  path: PlanPath;
  /** Those in which the line comes. */
  columns: readonly number[];
  onPath: (path: PlanPath) => void;
  onPaste: (place: number, text: string) => boolean;
}

/** A value that changes over time: a cell for each column; an empty one goes on with the value before it. */
export function PathCells({ at, name, unit, path, columns, onPath, onPaste }: PathCellsProps) {
  const { columns: named, problemAt } = usePlanForm();
  const cells = cellsOf(path, columns);
  const problem = problemAt(at);
  return (
    <div style={{ width: "100%", minWidth: 0 }}>
      <ScrollRegion label={t`${name}, over time`}>
        <div className={classes["cells"]}>
          {columns.map((column, place) => {
            const label = named.find((one) => one.column === column)?.name ?? String(column);
            const step = path.findIndex(({ from }) => (place === 0 ? from <= column : from === column));
            return (
              <label key={column} className={classes["column"]}>
                <span>{label}</span>
                <input
                  className={classes["cell"]}
                  data-path={place === 0 ? at : undefined}
                  data-place={place}
                  inputMode="decimal"
                  autoComplete="off"
                  aria-label={`${name}, ${label}`}
                  aria-invalid={step >= 0 && problemAt(`${at}/${step}/value`) !== undefined}
                  value={cells[place] ?? ""}
                  onChange={({ currentTarget }) =>
                    onPath(pathOfCells(cells.with(place, currentTarget.value), columns))
                  }
                  onKeyDown={moveOn}
                  onPaste={(event) => {
                    if (onPaste(place, event.clipboardData.getData("text"))) event.preventDefault();
                  }}
                />
              </label>
            );
          })}
        </div>
      </ScrollRegion>
      <Text size="xs" c="dimmed" mt={4}>
        {unit === ""
          ? t`An empty cell goes on with the value before it. Paste a row or a column of a spreadsheet into any cell.`
          : t`In ${unit}. An empty cell goes on with the value before it. Paste a row or a column of a spreadsheet into any cell.`}
      </Text>
      {problem !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  );
}

/** Enter goes to the next cell, Shift and Enter to the one before; so do the arrows at the end of what is typed. */
function moveOn(event: KeyboardEvent<HTMLInputElement>): void {
  const { selectionStart, selectionEnd, value, dataset } = event.currentTarget;
  const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
  const isAtEnd = selectionEnd === value.length && selectionStart === selectionEnd;
  const isAtStart = selectionStart === 0 && selectionEnd === 0;
  const by =
    (isEnter && !event.shiftKey) || (event.key === "ArrowRight" && isAtEnd)
      ? 1
      : (isEnter && event.shiftKey) || (event.key === "ArrowLeft" && isAtStart)
        ? -1
        : 0;
  if (by === 0) return;
  event.preventDefault();
  const row = event.currentTarget.closest("div");
  const next = row?.querySelector<HTMLInputElement>(`[data-place="${Number(dataset["place"]) + by}"]`);
  next?.focus();
  next?.select();
}
