import { Text } from "@mantine/core";
import type { PortfolioSearch } from "../../search-params.ts";
import { filterWords } from "./filter-words.ts";

interface PrintedFilterProps {
  search: PortfolioSearch;
  /** How many rows the filter lets through, and of how many. */
  shown: number;
  all: number;
}

/** On paper, where the filter itself does not stand: what rows were left out, so that nobody takes a part for the whole. */
export function PrintedFilter({ search, shown, all }: PrintedFilterProps) {
  return (
    <Text size="sm" mb="xs" className="printed-only">
      {filterWords(search, shown, all)}
    </Text>
  );
}
