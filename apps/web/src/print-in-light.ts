/** Paper is light: a page that is dark on the screen is printed as the light one, and dark again afterwards. */
export function printInLight(page: HTMLElement): void {
  const name = "data-mantine-color-scheme";
  let onScreen: string | null = null;
  window.addEventListener("beforeprint", () => {
    onScreen = page.getAttribute(name);
    page.setAttribute(name, "light");
  });
  window.addEventListener("afterprint", () => {
    if (onScreen !== null) page.setAttribute(name, onScreen);
  });
}
