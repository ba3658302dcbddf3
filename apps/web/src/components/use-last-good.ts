import { useState } from "react";

/**
 * The data, or, while there is none, the last there was for the same subject: an answer that fails to come
 * for another date leaves the page as it was.
 *
 * @param subject what the data is about; another subject never inherits
 */
export function useLastGood<Data>(data: Data | undefined, subject: string): Data | undefined {
  const [last, setLast] = useState({ data, subject });
  if (data !== undefined && (data !== last.data || subject !== last.subject)) setLast({ data, subject });
  return data ?? (last.subject === subject ? last.data : undefined);
}
