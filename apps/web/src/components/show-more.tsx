import { Button } from "@mantine/core";

/** The next page of a list that is asked for page by page; nothing where all of it is there. */
export function ShowMore({ query, children }: { query: PagedQuery; children: string }) {
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button
        variant="subtle"
        mt="sm"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {children}
      </Button>
    </div>
  );
}

/** What a query of pages tells of the one that comes next. */
interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}
