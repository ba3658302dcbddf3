import type { Explanation } from "@liftledger/contracts/explanation";
import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { formatInUnit } from "../../components/format-number.ts";
import { collapseInputs, describeSources } from "./explanation-tree.ts";
import { SourceDetail, SourceTag } from "./explanation-source.tsx";
import classes from "./explanation-inputs.module.css";

/** The inputs of a node as a list that opens downwards; a long run of weeks is folded. */
export function ExplanationInputs({ inputs }: { inputs: readonly Explanation[] }) {
  const [expanded, setExpanded] = useState(false);
  const { shown, hidden, what } = collapseInputs(inputs, expanded);
  return (
    <ul className={classes["list"]}>
      {shown.map((input, index) => (
        <InputRow key={`${input.label} ${index}`} input={input} />
      ))}
      {hidden > 0 && (
        <li>
          <UnstyledButton className={classes["showAll"]} onClick={() => setExpanded(true)}>
            {what}, show all
          </UnstyledButton>
        </li>
      )}
    </ul>
  );
}

function InputRow({ input }: { input: Explanation }) {
  const [open, setOpen] = useState(false);
  const isLeaf = input.inputs.length === 0;
  const value =
    input.value === null ? "no value" : formatInUnit(Number(input.value), input.unit, numberStyle(input));
  return (
    <li>
      <UnstyledButton className={classes["row"]} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} className={classes["chevron"]} data-open={open} aria-hidden />
        <span className={classes["label"]}>
          {input.label}
          <span className={classes["kind"]}>
            {input.source === undefined ? describeSources(input) : <SourceTag source={input.source} />}
          </span>
        </span>
        <span className={classes["value"]}>{value}</span>
      </UnstyledButton>
      {open && (
        <div className={classes["inside"]}>
          {input.reason !== undefined && <p className={classes["formula"]}>{input.reason}</p>}
          {!isLeaf && <p className={classes["formula"]}>= {input.formula}</p>}
          {input.source !== undefined && <SourceDetail source={input.source} />}
          {!isLeaf && <ExplanationInputs inputs={input.inputs} />}
        </div>
      )}
    </li>
  );
}

/** A ratio deep in the tree may be a conversion of 2.77 %: two digits, where ROI needs none. */
const numberStyle = (input: Explanation) =>
  input.unit === "ratio" ? { digits: Math.abs(Number(input.value)) < 0.1 ? 2 : 1 } : {};
