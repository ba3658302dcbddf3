import { PageHeader } from "../../components/page-header.tsx";

export function ImportPage() {
  return (
    <PageHeader
      title="Import a spreadsheet"
      subline="One row a week, one row a day or one row a lead: nothing is written before you have seen what would change."
    />
  );
}
