import { Alert, Button, Group, Text } from "@mantine/core";
import type { LoggedSnapshots } from "@liftledger/contracts/series";
import { useEffect, useState, type ReactNode } from "react";

import { form, plural, t } from "../../words.ts";

const secondsToUndo = 10;

export interface SavedNoticeProps {
  saved: LoggedSnapshots;
  onUndo: () => void;
  undoing: boolean;
  /** What to do next: the next period that is due. */
  next: ReactNode;
}

/** What was saved, and for ten seconds a way to undo it. Held while pointed at or focused. */
export function SavedNotice({ saved, onUndo, undoing, next }: SavedNoticeProps) {
  const written = saved.new + saved.changed + saved.beside;
  const [left, setLeft] = useState(secondsToUndo);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || left === 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [held, left]);
  return (
    <Alert
      variant="default"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Group justify="space-between" gap="sm">
        <div role="status">
          <Text size="sm" fw={600}>
            {savedWords(saved)}
          </Text>
          <Text size="sm" c="dimmed">
            {whatCanBeUndone(saved)}
          </Text>
        </div>
        <Group gap="xs">
          {written > 0 && left > 0 && (
            <Button variant="default" onClick={onUndo} loading={undoing}>{t`Undo (${left})`}</Button>
          )}
          {next}
        </Group>
      </Group>
    </Alert>
  );
}

function savedWords(saved: LoggedSnapshots): string {
  const parts = [
    saved.new > 0
      ? plural(saved.new, form`${saved.new} number logged`, form`${saved.new} numbers logged`)
      : undefined,
    saved.changed > 0 ? t`${saved.changed} corrected` : undefined,
    saved.same > 0 ? t`${saved.same} as before` : undefined,
    saved.beside > 0 ? t`${saved.beside} kept beside another source` : undefined,
  ];
  return t`Saved: ${parts.filter((part) => part !== undefined).join(", ")}.`;
}

function whatCanBeUndone(saved: LoggedSnapshots): string {
  if (saved.beside > 0) return t`What another source holds still counts: finance names whose number does.`;
  return t`Undo brings back what stood before; the history keeps both.`;
}
