import { Anchor, type AnchorProps } from "@mantine/core";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useOrganisationId } from "../use-organisation.ts";

/** A page of which the organisation says enough. */
type OrganisationPage = Exclude<
  Extract<LinkProps["to"], `/$organisationId/${string}`>,
  `/$organisationId/${string}$${string}`
>;

export interface PageLinkProps extends AnchorProps {
  to: OrganisationPage;
  "aria-label"?: string;
  children: ReactNode;
}

/** Leads to a page of the organisation. */
export function PageLink({ to, ...props }: PageLinkProps) {
  const organisationId = useOrganisationId();
  return <Anchor {...props} renderRoot={(own) => <Link to={to} params={{ organisationId }} {...own} />} />;
}

/** Leads there from within a sentence. */
export function PageLinkInSentence(props: PageLinkProps) {
  return <PageLink inherit underline="always" {...props} />;
}
