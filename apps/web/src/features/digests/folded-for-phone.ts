/** So many sentences have room on one screen of a phone (390 × 844) below the title of the page. */
const mostLines = 9;

/**
 * How many lines of each section are shown on a phone before one asks for the rest. What comes next, which stands last, is
 * folded first, to one line; then the longest: what needs somebody gives up its lines last of those that are as long.
 *
 * @example foldedForPhone([4, 5, 5]) // [4, 4, 1]
 */
export function foldedForPhone(lengths: readonly number[]): number[] {
  const shown = [...lengths];
  const total = () => shown.reduce((sum, count) => sum + count, 0);
  const last = shown.length - 1;
  while (total() > mostLines && (shown[last] ?? 0) > 1) shown[last] = (shown[last] ?? 0) - 1;
  while (total() > mostLines) {
    const longest = shown.indexOf(Math.max(...shown));
    if ((shown[longest] ?? 0) <= 1) break;
    shown[longest] = (shown[longest] ?? 0) - 1;
  }
  return shown;
}
