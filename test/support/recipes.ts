/** A code block of a recipe in CONTRIBUTING.md: the content of a file, or what is added to one. */
export interface RecipeBlock {
  /** The file, which the step of the recipe begins with. */
  readonly path: string;
  readonly content: string;
  /** The section of a page that the content comes after, in the words "after that of `x`". */
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
