/**
 * Puts items in the place of those of a list from one index up to another. Where as many come as go nothing else is
 * touched, which matters in long lists.
 */
export function replaceItems<T>(list: T[], from: number, to: number, items: readonly T[]): void {
  const after = items.length === to - from ? [] : list.splice(from).slice(to - from);
  let index = from;
  for (const item of items) {
    list[index++] = item;
  }
  for (const item of after) {
    list[index++] = item;
  }
}
