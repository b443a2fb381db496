import { SourceCodesBuilder, type SourceCodes } from './sourceCodes';

/** A line of a group of constants, without blanks at its ends. */
const constant = /^([A-Z_][A-Z0-9_]{0,199}) *= *"([^"\\]{1,200})"$/;

/**
 * The error codes of an `errors.go`: constants in a group, each below a comment that describes it. Block comments, raw
 * strings and whatever else a Go file may have are stepped over. Never throws, whatever the text.
 */
export function readGoSource(text: string): SourceCodes {
  const found = new SourceCodesBuilder();
  let isInGroup = false;
  /** What ends the block comment or the raw string that the line begins in. */
  let end: string | undefined;
  for (const untrimmed of text.split('\n')) {
    const line = untrimmed.trim();
    if (end !== undefined) {
      end = line.includes(end) ? undefined : end;
      found.reset();
    } else if (isInGroup && line.startsWith('//')) {
      found.addComment(line.slice(2));
    } else {
      const [, name = '', value = ''] = (isInGroup && constant.exec(line)) || [];
      if (name) {
        found.addConstant(name, value);
      } else {
        found.reset();
        end = opened(line);
        isInGroup = line === 'const (' || (isInGroup && line !== ')');
      }
    }
  }
  return found.codes;
}

/** What will end the block comment or the raw string that a line leaves open. */
function opened(line: string): string | undefined {
  if (line.lastIndexOf('/*') > line.lastIndexOf('*/')) {
    return '*/';
  }
  return line.split('`').length % 2 === 0 ? '`' : undefined;
}
