// Sets the colour scheme before the first paint, so that a dark page never flashes white. A file of its
// own, because the content security policy allows no inline script.
function chosenScheme() {
  try {
    return window.localStorage.getItem("mantine-color-scheme-value");
  } catch {
    // Storage may be switched off: then the system's preference decides.
    return null;
  }
}

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
const scheme = chosenScheme() ?? "auto";
const isDark = scheme === "dark" || (scheme !== "light" && prefersDark);
document.documentElement.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
