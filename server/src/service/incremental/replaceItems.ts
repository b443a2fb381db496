/** Replaces the items of a list from one index up to another. The rest moves only if the number changes. */
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
