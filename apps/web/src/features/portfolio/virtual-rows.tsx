import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";

export interface VirtualRowsProps {
  count: number;
  /** One `tr`. */
  renderRow: (index: number) => ReactNode;
}

/** A table body of which only the rows near the window are in the page; on paper, which cannot be scrolled, all of them. */
export function VirtualRows(rows: VirtualRowsProps) {
  return useOnPaper() ? <AllRows {...rows} /> : <RowsNearWindow {...rows} />;
}

/** True while the page is printed. */
function useOnPaper(): boolean {
  // A table that takes the place of something else when the page is printed comes after `beforeprint`.
  const [onPaper, setOnPaper] = useState(() => window.matchMedia("print").matches);
  // With the rows themselves: an effect after the paint would miss who prints at once.
  useLayoutEffect(() => {
    // At once: the paper is laid out before React would come to it.
    const print = () => flushSync(() => setOnPaper(true));
    const end = () => setOnPaper(false);
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", print);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return onPaper;
}

function AllRows({ count, renderRow }: VirtualRowsProps) {
  return <tbody>{Array.from({ length: count }, (_, index) => renderRow(index))}</tbody>;
}

function RowsNearWindow({ count, renderRow }: VirtualRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (body.current !== null) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  // oxlint-disable-next-line react/incompatible-library -- no React compiler memoizes this component
  const virtualizer = useWindowVirtualizer({ count, estimateSize: () => 58, overscan: 8, scrollMargin: top });
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? top) - top;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  return (
    <tbody ref={body}>
      {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
      {items.map((item) => renderRow(item.index))}
      {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
    </tbody>
  );
}
