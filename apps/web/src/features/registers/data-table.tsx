import type { DataAsset } from "@liftledger/contracts/data-asset";
import { Card, List, Table, Text } from "@mantine/core";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { ActionsHead, RegisteredName, RowActions } from "./register-row.tsx";
import { DataVersions } from "./register-versions.tsx";
import { t } from "../../words.ts";

export interface DataTableProps {
  assets: readonly DataAsset[];
  mayWrite: boolean;
  onOpen: (asset: DataAsset) => void;
}

/** The data, each with what stands in the way of using them. */
export function DataTable({ assets, mayWrite, onOpen }: DataTableProps) {
  return (
    <Card withBorder padding="sm">
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="20%">{t`Data`}</Table.Th>
            <Table.Th w="28%">{t`What stands in the way`}</Table.Th>
            <Table.Th w="18%">{t`Privacy and retention`}</Table.Th>
            <Table.Th>{t`Used by`}</Table.Th>
            <ActionsHead />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {assets.map((asset) => (
            <DataRow key={asset.dataAssetId} asset={asset} mayWrite={mayWrite} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function DataRow({ asset, mayWrite, onOpen }: { asset: DataAsset } & Omit<DataTableProps, "assets">) {
  const { system, owner, gaps } = asset;
  return (
    <Table.Tr>
      <RegisteredName
        thing={asset}
        under={owner === null ? t`${system}, nobody named` : `${system}, ${owner}`}
      />
      <Table.Td data-label={t`What stands in the way`}>
        {gaps.length === 0 ? (
          <Text span size="sm" c="dimmed">{t`nothing`}</Text>
        ) : (
          <List size="sm">
            {gaps.map((gap) => (
              <List.Item key={gap}>{gap}</List.Item>
            ))}
          </List>
        )}
      </Table.Td>
      <Table.Td data-label={t`Privacy and retention`}>
        <Text size="sm">{privacyWords(asset)}</Text>
        <Text size="sm" c="dimmed">
          {asset.retention ?? t`Retention is not stated`}
        </Text>
      </Table.Td>
      <Table.Td data-label={t`Used by`}>
        {asset.initiatives.length + asset.series.length === 0 && (
          <Text span size="sm" c="dimmed">{t`nobody yet`}</Text>
        )}
        {[...asset.initiatives, ...asset.series].map((one) => (
          <Text size="sm" key={one}>
            {one}
          </Text>
        ))}
      </Table.Td>
      <RowActions
        thing={asset}
        mayWrite={mayWrite}
        onChange={() => onOpen(asset)}
        versions={<DataVersions asset={asset} />}
        retirement={<Retirement asset={asset} />}
      />
    </Table.Tr>
  );
}

function privacyWords({ personalData, privacyBasis }: DataAsset): string {
  if (personalData === "no") return t`No personal data`;
  if (personalData === "not-known") return t`Personal data: not known`;
  return privacyBasis === null ? t`Personal data, without a basis` : t`Personal data: ${privacyBasis}`;
}

function Retirement({ asset: { dataAssetId, name, version, retired } }: { asset: DataAsset }) {
  const params = { dataAssetId };
  return (
    <RetirementControls
      thing={`data-asset:${dataAssetId}`}
      needs="contributor"
      size="xs"
      name={name}
      retired={retired}
      explained={t`They are out of the inventory. What was recorded stays, and they can be restored.`}
      retire={(client, reason, idempotencyKey) =>
        client.call("retireDataAsset", { params, body: { version, reason }, idempotencyKey })
      }
      restore={(client, idempotencyKey) =>
        client.call("restoreDataAsset", { params, body: { version }, idempotencyKey })
      }
    />
  );
}
