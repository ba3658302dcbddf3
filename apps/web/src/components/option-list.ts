/**
 * How the list of a searchable field opens: inside the page's main part, where a screen reader expects
 * it, and scrolling as the list itself, so that it can be reached by keys.
 */
export const optionList = {
  comboboxProps: { portalProps: { target: "#main" } },
  withScrollArea: false,
  styles: { options: { maxHeight: 340, overflowY: "auto" } },
} as const;
