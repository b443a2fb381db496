import { SourceMappedText } from '../../base/sourceMappedText';
import type { DecodedBody } from '../embedded/literal';
import { jsonExtent } from '../json/jsonExtent';

/** A text up to a limit, and where a body begins in it. */
export interface Block {
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

const maxPrefixLength = 80;
const maxLines = 2_000;

/**
 * Reads a body on lines that all begin alike, as in a quote of Markdown, a comment, or the log of a container: the one
 * at `offset`, if it breaks off, before `brokenAt`, only since a line begins as its first one does. All
 * offsets are UTF-16 units.
 */
export function readPrefixedBody(block: Block, brokenAt: number): DecodedBody | undefined {
  const { text, offset } = block;
  const prefix = prefixOf(text, offset);
  const newline = text.slice(offset, brokenAt).lastIndexOf('\n');
  if (prefix.trim() === '' || newline < 0 || !beginsWith(text, offset + newline + 1, prefix)) {
    return undefined;
  }
  // Doubling keeps the cost in proportion to the body.
  for (let count = 16; ; count *= 2) {
    const lines = readLines(block, prefix, count);
    const { end: length, isOpen } = jsonExtent(lines.text, 0);
    const seen = lines.rawOffset(isOpen ? lines.text.length : length);
    if (!isOpen || count >= maxLines || seen >= block.limit || !beginsWith(text, seen, prefix)) {
      const end = lines.rawOffset(length);
      const decoded = readLines({ text, offset, limit: end }, prefix, count);
      return { decoded, end, isOpen: false, seen: isOpen ? seen + prefix.length : seen };
    }
  }
}

/** The text before an offset on its line; an empty string if it is long. */
function prefixOf(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - maxPrefixLength), offset);
  const newline = before.lastIndexOf('\n');
  return newline >= 0 || before.length === offset ? before.slice(newline + 1) : '';
}

/** Editors remove whitespace from the end of a line, so an empty line has only the rest of the prefix. */
function beginsWith(text: string, lineStart: number, prefix: string): boolean {
  return text.startsWith(prefix.trimEnd(), lineStart);
}

/** The first `count` lines of a block, without the prefix. */
function readLines({ text, offset, limit }: Block, prefix: string, count: number): SourceMappedText {
  const lines = new SourceMappedText();
  let from = offset;
  for (let line = 1; ; line++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 || newline >= limit ? limit : newline + 1;
    lines.add(text.slice(from, end), from);
    if (end === limit || line === count || !beginsWith(text, end, prefix)) {
      return lines.end(end);
    }
    from = end + (text.startsWith(prefix, end) ? prefix : prefix.trimEnd()).length;
  }
}
