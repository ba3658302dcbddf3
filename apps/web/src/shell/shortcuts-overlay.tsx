import { Kbd, Modal, Switch, Table } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { pages } from "./pages.ts";

export interface ShortcutsOverlayProps {
  onClose: () => void;
  /** Whether keys without Ctrl do anything (WCAG 2.1.4 wants them to be switchable). */
  singleKeys: boolean;
  onSingleKeysChange: (on: boolean) => void;
}

export function ShortcutsOverlay({ onClose, singleKeys, onSingleKeysChange }: ShortcutsOverlayProps) {
  const mod = useOs() === "macos" ? "⌘" : "Ctrl";
  const rows = [
    { keys: [mod, "K"], does: "Search" },
    { keys: ["Esc"], does: "Close what is open" },
    { keys: ["?"], does: "These shortcuts" },
    ...pages.map((page) => ({ keys: [page.shortcut.toUpperCase()], does: page.name })),
  ];
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ "aria-label": "Close" }}>
      <Table aria-label="Keyboard shortcuts">
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
        label="Single-key shortcuts"
        description="Switch off if you dictate, or press keys by accident."
        checked={singleKeys}
        onChange={(event) => onSingleKeysChange(event.currentTarget.checked)}
      />
    </Modal>
  );
}
