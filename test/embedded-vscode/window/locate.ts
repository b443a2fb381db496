// Functions passed to the page use its elements.
/// <reference lib="dom" />

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs in the page: the middle of the text's first occurrence in lines of an editor or a terminal. */
export function locate(lines: Element[], text: string): Point | undefined {
  const sorted = [...lines].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  for (const line of sorted) {
    const start = line.textContent.replace(/\u00a0/g, ' ').indexOf(text);
    if (start < 0) {
      continue;
    }
    const range = line.ownerDocument.createRange();
    const walker = line.ownerDocument.createTreeWalker(line, 4 /* text nodes */);
    let offset = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const middle = start + Math.floor(text.length / 2) - offset;
      if (middle >= 0 && middle < length) {
        range.setStart(node, middle);
        range.setEnd(node, middle + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      offset += length;
    }
  }
  return undefined;
}
