import "@mantine/core/styles.css";
import "./app.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { isWithoutAnswer } from "./components/problem-text.ts";
import { printInLight } from "./print-in-light.ts";
import { createQueryClient } from "./query-client.ts";
import { createAppRouter } from "./router.ts";
import { cssVariablesResolver, theme } from "./theme.ts";

printInLight(document.documentElement);
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no element with the id root");
// A server that does not answer is said on the page, and is no fault of it.
// oxlint-disable-next-line no-console -- what React does with an error that a boundary caught
const onCaughtError = (error: unknown) => isWithoutAnswer(error) || console.error(error);
createRoot(place, { onCaughtError }).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
