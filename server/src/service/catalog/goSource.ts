import { SourceCodesBuilder, type SourceCodes } from './sourceCodes';

/** A trimmed line of a group of constants. */
const constant = /^([A-Z_][A-Z0-9_]{0,199}) *= *"([^"\\]{1,200})"$/;

/**
 * Reads the error codes of an `errors.go`: constants in a group, each below a comment that describes it. Everything
 * else, such as block comments and raw strings, is skipped. Never throws.
 */
export function readGoSource(text: string): SourceCodes {
  const builder = new SourceCodesBuilder();
  let isInGroup = false;
  /** The delimiter that ends the block comment or raw string that the line begins in. */
  let end: string | undefined;
  for (const untrimmed of text.split('\n')) {
    const line = untrimmed.trim();
    if (end !== undefined) {
      end = line.includes(end) ? undefined : end;
      builder.reset();
    } else if (isInGroup && line.startsWith('//')) {
      builder.addComment(line.slice(2));
    } else {
      const [, name = '', value = ''] = (isInGroup && constant.exec(line)) || [];
      if (name) {
        builder.addConstant(name, value);
      } else {
        builder.reset();
        end = openDelimiter(line);
        isInGroup = line === 'const (' || (isInGroup && line !== ')');
      }
    }
  }
  return builder.codes;
}

/** The delimiter that ends the block comment or raw string that a line leaves open. */
function openDelimiter(line: string): string | undefined {
  if (line.lastIndexOf('/*') > line.lastIndexOf('*/')) {
    return '*/';
  }
  return line.split('`').length % 2 === 0 ? '`' : undefined;
}
