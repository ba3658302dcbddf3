import type { DataAsset } from "@liftledger/contracts/data-asset";
import { knownNames } from "./known-words.ts";
import { t } from "../../words.ts";

/** The inventory as rows of a file, the heads first. */
export function dataRows(assets: readonly DataAsset[]): string[][] {
  const heads = [
    t`Data`,
    t`Lives in`,
    t`Owner`,
    t`Needs cleansing`,
    t`What needs cleansing`,
    t`Systems agree`,
    t`Reachable by API`,
    t`May be used for training`,
    t`Personal data`,
    t`Basis for personal data`,
    t`Kept for`,
    t`Series`,
    t`Initiatives`,
    t`What stands in the way`,
  ];
  return [
    heads,
    ...assets.map((asset) => [
      asset.name,
      asset.system,
      asset.owner ?? "",
      knownNames[asset.needsCleansing],
      asset.cleansing,
      knownNames[asset.consistent],
      knownNames[asset.reachableByApi],
      knownNames[asset.allowedForTraining],
      knownNames[asset.personalData],
      asset.privacyBasis ?? "",
      asset.retention ?? "",
      asset.series.join("; "),
      asset.initiatives.join("; "),
      asset.gaps.join(" "),
    ]),
  ];
}
