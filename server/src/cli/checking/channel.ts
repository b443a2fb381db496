/** Passes items from where they arise to one reader, in order. */
export class Channel<T> {
  private readonly items: { readonly item: T; readonly onRead: () => void }[] = [];
  private isClosed = false;
  private wake: () => void = () => undefined;

  /** Adds an item. `onRead` is called once the reader has dealt with it. */
  push(item: T, onRead: () => void = () => undefined): void {
    this.items.push({ item, onRead });
    this.wake();
  }

  /** No more items follow. */
  close(): void {
    this.isClosed = true;
    this.wake();
  }

  async *read(): AsyncGenerator<T> {
    for (;;) {
      const next = this.items.shift();
      if (next) {
        yield next.item;
        next.onRead();
      } else if (this.isClosed) {
        return;
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }
}
