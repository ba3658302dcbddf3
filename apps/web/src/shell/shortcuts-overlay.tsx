import { Kbd, Modal, Switch, Table } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { pages } from "./pages.ts";
import { t } from "../words.ts";

export interface ShortcutsOverlayProps {
  onClose: () => void;
  /** Whether keys without Ctrl do anything (WCAG 2.1.4 wants them to be switchable). */
  singleKeys: boolean;
  onSingleKeysChange: (on: boolean) => void;
}

export function ShortcutsOverlay({ onClose, singleKeys, onSingleKeysChange }: ShortcutsOverlayProps) {
  const mod = useOs() === "macos" ? "⌘" : t`Ctrl`;
  const rows = [
    { keys: [mod, "K"], does: t`Search` },
    { keys: [t`Esc`], does: t`Close what is open` },
    { keys: ["?"], does: t`These shortcuts` },
    ...pages.map((page) => ({ keys: [page.shortcut.toUpperCase()], does: page.name })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Table aria-label={t`Keyboard shortcuts`}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.does}>
              <Table.Th scope="row" fw={400}>
                {row.does}
              </Table.Th>
              <Table.Td ta="right">
                {row.keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t`Single-key shortcuts`}
        description={t`Switch off if you dictate, or press keys by accident.`}
        checked={singleKeys}
        onChange={(event) => onSingleKeysChange(event.currentTarget.checked)}
      />
    </Modal>
  );
}
