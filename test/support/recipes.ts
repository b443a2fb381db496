/** A code block of a recipe in CONTRIBUTING.md: the content of a file, what is added to one, or what changes in it. */
export interface RecipeBlock {
  /** The file, which the step of the recipe begins with. */
  readonly path: string;
  readonly content: string;
  /** The content is a diff: lines that begin with `+`, `-` or a space. */
  readonly isDiff: boolean;
  /** The section or the table row that the content comes after, in the words "after that of `x`". */
  readonly after: string | undefined;
}

/** The blocks of a recipe, in the order of its steps. */
export function recipeBlocks(recipe: string): RecipeBlock[] {
  const steps = recipe.split(/^(?=\d+\. )/m).slice(1);
  return steps.flatMap((step) => {
    const path = /^\d+\. `([^`]+)`/.exec(step)?.[1];
    const [, indent = '', , language, text] = /^( *)(`{3,})(\w+)\n([^]*?)^\1\2$/m.exec(step) ?? [];
    const after = /after that of\s+`([^`]+)`/.exec(step)?.[1];
    const content = text?.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return path && content ? [{ path, content, isDiff: language === 'diff', after }] : [];
  });
}

/** The text after a change that a diff describes. Throws where the text is not what the diff says. */
export function applyDiff(text: string, diff: string): string {
  const lines = diff.split(/(?<=\n)/);
  const side = (marks: string): string =>
    lines
      .filter((line) => marks.includes(line.charAt(0)) || line === '\n')
      .map((line) => (line === '\n' ? line : line.slice(1)))
      .join('');
  const before = side(' -');
  const places = text.split(before).length - 1;
  if (places !== 1) {
    throw new Error(`Found ${places} times instead of once:\n${before}`);
  }
  return text.replace(before, () => side(' +'));
}
