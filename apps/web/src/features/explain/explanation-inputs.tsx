import type { Explanation } from "@liftledger/contracts/explanation";
import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { formatInUnit } from "../../components/format-number.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { bySeries } from "./by-series.ts";
import { collapseInputs, describeSources, formulaLines, openSteps } from "./explanation-tree.ts";
import { explainedStyle } from "./figure-text.ts";
import { SourceDetail, SourceTag } from "./explanation-source.tsx";
import classes from "./explanation-inputs.module.css";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** The inputs of a node; what it is compared with stands under its own name. */
export function ExplanationInputs({ inputs }: { inputs: readonly Explanation[] }) {
  return bySeries(inputs).map(({ series, inputs: numbers }) => (
    <Fragment key={series ?? ""}>
      {series !== undefined && <p className={classes["series"]}>{t`Compared with ${series}`}</p>}
      <InputList inputs={numbers} />
    </Fragment>
  ));
}

/** Inputs as a list that opens downwards; a long run of weeks is folded. */
function InputList({ inputs }: { inputs: readonly Explanation[] }) {
  const [expanded, setExpanded] = useState(false);
  const { shown, hidden, what } = collapseInputs(inputs, expanded);
  return (
    <ul className={classes["list"]}>
      {shown.map((input, index) => (
        <InputRow key={`${input.label} ${index}`} input={input} />
      ))}
      {hidden > 0 && (
        <li>
          <UnstyledButton
            className={classes["showAll"]}
            onClick={() => setExpanded(true)}
          >{t`${what}, show all`}</UnstyledButton>
        </li>
      )}
    </ul>
  );
}

function InputRow({ input: step }: { input: Explanation }) {
  const input = openSteps(step);
  const [open, setOpen] = useState(false);
  const isLeaf = input.inputs.length === 0;
  const value = inputText(input);
  return (
    <li>
      <UnstyledButton className={classes["row"]} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} className={classes["chevron"]} data-open={open} aria-hidden />
        <span className={classes["label"]}>
          {formatSentence(input.label)}
          <span className={classes["kind"]}>
            {input.source === undefined ? (
              describeSources(input, readerLocale)
            ) : (
              <SourceTag source={input.source} />
            )}
          </span>
        </span>
        <span className={classes["value"]}>{value}</span>
      </UnstyledButton>
      {open && (
        <div className={classes["inside"]}>
          {input.reason !== undefined && <p className={classes["formula"]}>{formatSentence(input.reason)}</p>}
          {!isLeaf &&
            formulaLines(input, inputText).map((line) => (
              <p key={line} className={classes["formula"]}>
                = {formatSentence(line)}
              </p>
            ))}
          {input.source !== undefined && <SourceDetail source={input.source} />}
          {!isLeaf && <ExplanationInputs inputs={input.inputs} />}
        </div>
      )}
    </li>
  );
}

/** An input's value; a ratio deep in the tree may be a conversion of 2.77%, so it gets digits ROI does not need. */
export function inputText(input: Explanation): string {
  if (input.value === null) return t`no value`;
  const value = Number(input.value);
  const small = input.unit === "ratio" && Math.abs(value) < 0.1;
  return formatInUnit(
    value,
    input.unit,
    input.unit === "ratio"
      ? { digits: small ? 2 : Number.isInteger(value * 100) ? 0 : 1 }
      : explainedStyle(input),
  );
}
