import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { initiativeQuery } from "../initiative/setup-queries.ts";
import classes from "./initiative-frame.module.css";
import { initiativePlaces, type InitiativePlace } from "./initiative-places.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

export interface InitiativeFrameProps {
  initiativeId: string;
  /** Which of the pages this is. */
  place: InitiativePlace;
  /** States the finding; undefined while it is not known. */
  title: string | undefined;
  /** Whether it is still on its way. */
  isWaiting: boolean;
  subline: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** What stands around every page on which an initiative is governed: the way back, the finding, and its neighbours. */
export function InitiativeFrame(props: InitiativeFrameProps) {
  const { initiativeId, place, title, isWaiting, subline, aside, children } = props;
  const organisationId = useOrganisationId();
  const name = useQuery(initiativeQuery(organisationId, initiativeId)).data?.name ?? t`Initiative`;
  const params = { organisationId, initiativeId };
  const here = initiativePlaces.find(({ key }) => key === place)?.name ?? name;
  return (
    <>
      <InitiativeLink initiativeId={initiativeId} size="sm">
        {name}
      </InitiativeLink>
      {title === undefined ? (
        <PageHeaderSkeleton title={here} waiting={isWaiting} />
      ) : (
        <PageHeader title={title} subline={subline} aside={aside} />
      )}
      <nav className={classes["places"]} aria-label={t`From pilot to production`}>
        {initiativePlaces.map(({ key, name: placeName, to }) => (
          <Link
            key={key}
            to={to}
            params={params}
            className={classes["place"]}
            aria-current={key === place ? "page" : undefined}
          >
            {placeName}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
