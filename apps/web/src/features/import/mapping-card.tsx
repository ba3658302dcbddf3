import { TextInput } from "@mantine/core";
import { countsMoney } from "../kpis/kpi-words.ts";
import { LookupFields } from "./lookup-fields.tsx";
import { MappingFields } from "./mapping-fields.tsx";
import { MappingFrame } from "./mapping-frame.tsx";
import { mappingOf } from "./mapping-recipe.ts";
import { isFiguresRecipe } from "./recipe-target.ts";
import type { ChosenFile, ImportFlow } from "./use-import-flow.ts";
import { t } from "../../words.ts";

interface MappingCardProps {
  chosen: ChosenFile;
  flow: ImportFlow;
}

/** How the figures of a file are read. */
export function MappingCard({ chosen, flow }: MappingCardProps) {
  const { mapping } = flow;
  const countsAnyMoney = mapping.measures.some(({ kpi }) =>
    chosen.kpis.some((one) => one.key === kpi && countsMoney(one)),
  );
  return (
    <MappingFrame
      flow={flow}
      saved={chosen.recipes.flatMap(({ recipe, ...saved }) =>
        isFiguresRecipe(recipe) ? [{ ...saved, recipe }] : [],
      )}
      onUse={({ recipe }) => flow.setMapping(mappingOf(recipe))}
      previewWords={t`Preview what would change`}
    >
      <MappingFields
        mapping={mapping}
        inspection={chosen.inspection}
        columns={flow.columns}
        kpis={chosen.kpis}
        problems={flow.problems}
        onChange={flow.setMapping}
        lookup={
          <LookupFields
            mapping={mapping}
            mainColumns={flow.mainColumns}
            second={flow.second}
            problem={flow.problems["lookup"]}
            onChange={flow.setMapping}
            onSecond={flow.setSecond}
          />
        }
      />
      {countsAnyMoney && (
        <TextInput
          label={t`Currency of the money in it`}
          description={t`For series that are new`}
          w={220}
          maxLength={3}
          value={flow.currency}
          onChange={({ currentTarget }) => flow.setCurrency(currentTarget.value.toUpperCase())}
        />
      )}
    </MappingFrame>
  );
}
