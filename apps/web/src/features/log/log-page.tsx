import { PageHeader } from "../../components/page-header.tsx";

export function LogPage() {
  return (
    <PageHeader title="Log a week" subline="The numbers of one week, each as numerator and denominator." />
  );
}
