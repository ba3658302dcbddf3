import { PageHeader } from "../../components/page-header.tsx";

export function NewInitiativePage() {
  return (
    <PageHeader
      title="State the outcome in one sentence with a number"
      subline="This sentence becomes the KPI, the baseline and the target."
    />
  );
}
