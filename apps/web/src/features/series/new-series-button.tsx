import { Button, type ButtonProps } from "@mantine/core";
import type { Series } from "@liftledger/contracts/series";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";

const NewSeriesDialog = lazy(() =>
  import("./new-series-dialog.tsx").then((module) => ({ default: module.NewSeriesDialog })),
);

export interface NewSeriesButtonProps extends ButtonProps {
  /** The KPI offered first. */
  kpiKey?: string | undefined;
  onCreated?: (series: Series) => void;
}

/** Opens the form for one more thing to log, which is fetched when first asked for. */
export function NewSeriesButton({ kpiKey, onCreated, ...button }: NewSeriesButtonProps) {
  const [open, dialog] = useDisclosure(false);
  return (
    <>
      <Button {...button} onClick={dialog.open} />
      {open && (
        <Suspense fallback={null}>
          <NewSeriesDialog
            {...(kpiKey === undefined ? {} : { kpiKey })}
            onCreated={(series) => onCreated?.(series)}
            onClose={dialog.close}
          />
        </Suspense>
      )}
    </>
  );
}
