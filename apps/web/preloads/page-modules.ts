/** A page by its address below the organisation's ("initiatives/$initiativeId") and the module that draws it, below `src/features`. */
export interface PageModule {
  path: string;
  module: string;
}

/** The pages of an organisation that the text of a file of routes declares. Throws for a page without a path or a module of its own. */
export function pageModulesOf(text: string): PageModule[] {
  return text
    .split("createRoute({")
    .slice(1)
    .filter((route) => route.includes("=> organisationRoute") && route.includes("lazyRouteComponent("))
    .map((route) => {
      const path = /\bpath: "([^"]+)"/.exec(route)?.[1];
      const module = /import\("\.\.\/features\/([^"]+)"\)/.exec(route)?.[1];
      if (path === undefined || module === undefined)
        throw new Error(`no path and module of a page can be read from:${route}`);
      return { path, module };
    });
}
