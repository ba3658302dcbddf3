import { Button, type ButtonProps } from "@mantine/core";
import { usePerson } from "../use-session.ts";
import { useDeleteDemo } from "./demo-changes.ts";
import { t } from "../words.ts";

/** One click, no question: the demo can be made again at any time and holds nothing of anybody's. */
export function DeleteDemoButton(props: ButtonProps) {
  const deleteDemo = useDeleteDemo();
  if (usePerson()?.role !== "admin") return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={deleteDemo.isPending}
      onClick={() => deleteDemo.mutate()}
      {...props}
    >{t`Delete demo`}</Button>
  );
}
