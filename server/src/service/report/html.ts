/** The only place that makes HTML of text: what is not HTML already is escaped. */
export class Html {
  private constructor(readonly text: string) {}

  /** Our own code or style: nothing from outside. */
  static verbatim(text: string): Html {
    return new Html(text);
  }
}

/** What stands between the parts of a template: text, or HTML. */
type Value = string | number | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML from a template, which has another name than `html` since Prettier would change it. Values stand in elements, or in attributes with double quotes. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return Html.verbatim(parts.map((part, index) => part + escaped(values[index] ?? '')).join(''));
}

function escaped(value: Value): string {
  if (value instanceof Html) {
    return value.text;
  }
  return typeof value === 'object'
    ? value.map(({ text }) => text).join('')
    : String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
