import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** Blue of what was measured. Shade 8 carries white text at 6.5 : 1, shade 4 reads on the dark page. */
const ledger: MantineColorsTuple = [
  "#eaf4fc",
  "#d3e7f7",
  "#a6cfee",
  "#84c2f0",
  "#62b5f0",
  "#3b96d9",
  "#2180c6",
  "#146fb5",
  "#0b5fa5",
  "#084a83",
];

/** A cool dark, so that the band and its edge stay apart from the page. */
const dark: MantineColorsTuple = [
  "#e3e8ee",
  "#c3cbd5",
  "#a7b2bf",
  "#6b7886",
  "#3d4854",
  "#2b3440",
  "#1f2731",
  "#161c24",
  "#11161d",
  "#0c1015",
];

/** The palette of the charts and of the verdicts, as CSS variables for both schemes. */
export const lightPalette = {
  "--ll-actual": "#0b5fa5",
  "--ll-cost": "#b4470b",
  "--ll-watch": "#8a5a00",
  "--ll-plan": "#6b7684",
  "--ll-band": "#dfe5ec",
  "--ll-band-edge": "#8793a1",
  "--ll-quiet": "#566270",
  "--ll-grid": "#e6eaef",
  "--ll-label": "#1c2530",
};

export const darkPalette: Record<keyof typeof lightPalette, string> = {
  "--ll-actual": "#62b5f0",
  "--ll-cost": "#f29559",
  "--ll-watch": "#e6b450",
  "--ll-plan": "#95a1af",
  "--ll-band": "#2b3644",
  "--ll-band-edge": "#7c8999",
  "--ll-quiet": "#a7b2bf",
  "--ll-grid": "#28313c",
  "--ll-label": "#e3e8ee",
};

/** A drawer's or dialog's header is no banner of the page. */
const overlayDefaults = { defaultProps: { attributes: { header: { role: "presentation" } } } };

/**
 * A list that opens below a field: part of the page's main content rather than of no landmark, and scrolled by
 * the list itself, which the keys of the field reach.
 */
const listDefaults = {
  defaultProps: { withScrollArea: false, comboboxProps: { portalProps: { target: "#main" } } },
  styles: { options: { maxHeight: 320, overflowY: "auto" } },
} as const;

export const theme = createTheme({
  primaryColor: "ledger",
  primaryShade: 8,
  colors: { ledger, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace:
    /* no text: names of fonts */ "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  // No last line of one word.
  headings: { fontWeight: "700", textWrap: "balance" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Drawer: overlayDefaults,
    Modal: overlayDefaults,
    Select: listDefaults,
    MultiSelect: listDefaults,
  },
});

/** Mantine's own dimmed text, placeholder and error colours fall short of 4.5 : 1; these do not. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...lightPalette,
    "--mantine-color-dimmed": lightPalette["--ll-quiet"],
    "--mantine-color-placeholder": "#66727f",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-anchor": "#0b5fa5",
    "--mantine-color-text": "#10161d",
  },
  dark: {
    ...darkPalette,
    "--mantine-color-dimmed": darkPalette["--ll-quiet"],
    "--mantine-color-placeholder": "#93a0ae",
    "--mantine-color-error": "#ff9a8d",
    "--mantine-color-anchor": "#7cc1f3",
    "--mantine-color-text": "#e3e8ee",
  },
});
