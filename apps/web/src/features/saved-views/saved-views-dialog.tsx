import type { SavedView, ViewPage } from "@liftledger/contracts/saved-view";
import { Anchor, Badge, Box, Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { SavedViewForm } from "./saved-view-form.tsx";
import { t } from "../../words.ts";

export interface SavedViewsDialogProps {
  page: ViewPage;
  views: readonly SavedView[];
  /** What the page shows now, as a view would keep it. */
  now: string;
  onApply: (search: string) => void;
  onClose: () => void;
}

/** The saved views: use one, save what is shown, rename, share, open the page with it, remove. */
export function SavedViewsDialog({ page, views, now, onApply, onClose }: SavedViewsDialogProps) {
  const [edited, setEdited] = useState<string>();
  const own = views.filter(({ isOwn }) => isOwn);
  const shared = views.filter(({ isOwn }) => !isOwn);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Saved views`}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close the views` }}
    >
      <Stack gap="lg">
        <Box>
          <Button
            variant="default"
            size="xs"
            disabled={now === ""}
            onClick={() => onApply("")}
          >{t`Show everything`}</Button>
        </Box>
        {own.length === 0 ? (
          <Text
            c="dimmed"
            size="sm"
          >{t`You have saved no view of this page yet. Choose filters, an order or groups on it, then save that here under a name.`}</Text>
        ) : (
          <ViewList title={t`Yours`}>
            {own.map((view) =>
              edited === view.viewId ? (
                <SavedViewForm
                  key={view.viewId}
                  page={page}
                  view={view}
                  now={now}
                  onDone={() => setEdited(undefined)}
                />
              ) : (
                <OwnView
                  key={view.viewId}
                  view={view}
                  onApply={onApply}
                  onEdit={() => setEdited(view.viewId)}
                />
              ),
            )}
          </ViewList>
        )}
        {shared.length > 0 && (
          <ViewList title={t`Shared by others`}>
            {shared.map((view) => (
              <Group key={view.viewId} justify="space-between" gap="sm">
                <ViewName view={view} onApply={onApply} />
                <Text size="sm" c="dimmed">
                  {view.savedBy}
                </Text>
              </Group>
            ))}
          </ViewList>
        )}
        {edited === undefined && (
          <SavedViewForm page={page} view={undefined} now={now} onDone={() => undefined} />
        )}
      </Stack>
    </Modal>
  );
}

function ViewList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title}>
      <Title order={3} fz="sm" mb={6}>
        {title}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </Box>
  );
}

function ViewName({ view, onApply }: { view: SavedView; onApply: (search: string) => void }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      fw={600}
      ta="start"
      onClick={() => onApply(view.search)}
    >
      {view.name}
    </Anchor>
  );
}

interface OwnViewProps {
  view: SavedView;
  onApply: (search: string) => void;
  onEdit: () => void;
}

function OwnView({ view, onApply, onEdit }: OwnViewProps) {
  const remove = useWrite((client, viewId: string, idempotencyKey) =>
    client.call("removeSavedView", { params: { viewId }, idempotencyKey }),
  );
  return (
    <Box>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <ViewName view={view} onApply={onApply} />
          {view.isDefault && <Badge variant="light" tt="none">{t`opens first`}</Badge>}
          {view.isShared && <Badge variant="default" tt="none">{t`shared`}</Badge>}
        </Group>
        <Group gap={4}>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t`Change ${view.name}`}
            onClick={onEdit}
          >{t`Change`}</Button>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t`Remove ${view.name}`}
            loading={remove.pending}
            onClick={() => remove.send(view.viewId)}
          >{t`Remove`}</Button>
        </Group>
      </Group>
      {remove.error !== null && <ProblemAlert what={t`The view was not removed.`} error={remove.error} />}
    </Box>
  );
}
