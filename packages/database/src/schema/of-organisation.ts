/** Every table belongs to an organisation, whose id leads its key. */
export interface OfOrganisation {
  organisation_id: string;
}
