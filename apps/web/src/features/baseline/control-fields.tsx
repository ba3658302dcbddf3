import { MultiSelect, NativeSelect, Stack, Text } from "@mantine/core";
import type { BaselinePreview, ControlCandidate } from "@liftledger/contracts/baseline-preview";
import { optionList } from "../../components/option-list.ts";
import type { BaselineDraft } from "./baseline-request.ts";
import { closenessWords } from "./closeness-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface ControlFieldsProps {
  draft: BaselineDraft;
  preview: BaselinePreview;
  /** Undefined until they are known. */
  candidates: readonly ControlCandidate[] | undefined;
  problem: string | undefined;
  onChange: (draft: BaselineDraft) => void;
}

const mostControls = 5;
/** More would be long to draw; whoever looks for another types its name. */
const mostShown = 60;

/** Which series the baseline is compared with: what fits by how closely it moved, and why the others do not. */
export function ControlFields({ draft, preview, candidates, problem, onChange }: ControlFieldsProps) {
  const { controls, method } = draft;
  const byId = new Map((candidates ?? []).map((one) => [one.seriesId, one]));
  // What was chosen and does not fit any more can still be taken out.
  const option = (one: ControlCandidate) => {
    return { value: one.seriesId, label: one.name, disabled: !one.fits && !controls.includes(one.seriesId) };
  };
  const unknown = controls.filter((id) => !byId.has(id)).map((id) => ({ value: id, label: "…" }));
  const fitting = (candidates ?? []).filter(({ fits }) => fits);
  const others = (candidates ?? []).filter(({ fits }) => !fits);
  const data = [
    { group: t`Would fit, what moved most alike first`, items: [...fitting.map(option), ...unknown] },
    { group: t`Cannot be compared with`, items: others.map(option) },
  ].filter(({ items }) => items.length > 0);
  const isWeighed = preview.proposed.controls.some(({ use }) => use === "weighed");
  return (
    <Stack gap="md">
      <MultiSelect
        label={t`Compared with`}
        description={t`Numbers that move alike and that no initiative works on: what moves them too is not counted as yours.`}
        placeholder={controls.length === 0 ? placeholderOf(candidates, fitting.length) : ""}
        data={data}
        value={controls}
        error={problem}
        searchable
        hidePickedOptions
        maxValues={mostControls}
        limit={mostShown}
        nothingFoundMessage={t`No number has that name`}
        {...optionList}
        styles={{ ...optionList.styles, option: { opacity: 1 } }}
        onChange={(chosen) => onChange({ ...draft, controls: chosen })}
        renderOption={({ option: { value, label } }) => {
          const one = byId.get(value);
          return (
            <div>
              <Text size="sm" {...(one?.fits === false ? { c: "dimmed" } : {})}>
                {label}
              </Text>
              {one !== undefined && (
                <Text size="xs" c="dimmed">
                  {one.reason === null ? closenessWords(one.movesTogether) : formatSentence(one.reason)}
                </Text>
              )}
            </div>
          );
        }}
      />
      {controls.length > 0 && (isWeighed || method !== "") && (
        <NativeSelect
          label={t`How it is compared`}
          value={method}
          data={[
            { value: "", label: t`as the history allows` },
            { value: "weigh", label: t`each by how closely it moves` },
            { value: "subtract", label: t`the first, taken off as it is` },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, method: value as BaselineDraft["method"] })
          }
        />
      )}
    </Stack>
  );
}

function placeholderOf(candidates: readonly ControlCandidate[] | undefined, fitting: number): string {
  if (candidates === undefined) return t`Looking for what fits …`;
  return fitting === 0 ? t`Nothing fits: see why` : t`${fitting} would fit`;
}
