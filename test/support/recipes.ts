/** A code block of a recipe in CONTRIBUTING.md: the content of a file, or an addition to one. */
export interface RecipeBlock {
  /** The file, named at the start of the step. */
  readonly path: string;
  readonly content: string;
  /** The section to add the content after, from the words "after that of `x`". */
  readonly after: string | undefined;
}

/** The blocks of a recipe, in the order of its steps. */
export function recipeBlocks(recipe: string): RecipeBlock[] {
  const steps = recipe.split(/^(?=\d+\. )/m).slice(1);
  return steps.flatMap((step) => {
    const path = /^\d+\. `([^`]+)`/.exec(step)?.[1];
    const [, indent = '', , content] = /^( *)(`{3,})\w+\n([^]*?)^\1\2$/m.exec(step) ?? [];
    const after = /after that of\s+`([^`]+)`/.exec(step)?.[1];
    return path && content ? [{ path, content: content.replaceAll(new RegExp(`^${indent}`, 'gm'), ''), after }] : [];
  });
}
