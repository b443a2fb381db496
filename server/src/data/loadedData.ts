import { CodeNames, Localizer, type CatalogData, type CatalogFile, type DisplayLanguage } from '../service';
import type { Translations } from '../service';
import { catalogFiles } from './catalogFiles';

const codeNames = 'server/catalog/names/product-codes.txt';
const actionNames = 'server/catalog/names/product-actions.txt';

/** What ships with the product, where no file can be read at once: `load` reads it, and the rest answers from memory. */
export class LoadedData {
  private readonly texts = new Map<string, string>();
  private readonly localizers = new Map<DisplayLanguage, Localizer>();
  private knownNames: CodeNames | undefined;

  /** `read` gets the path of a file in the package, such as `docs/rules.md`. */
  constructor(private readonly read: (path: string) => Promise<string | undefined>) {}

  /** Reads what answers in a language are made of. Rejects if the package is not complete. */
  async load(language: DisplayLanguage): Promise<void> {
    const translations = language === 'en' ? [] : [translationsOf(language)];
    const paths = [catalogOf(language), ...translations, codeNames, actionNames];
    await Promise.all(paths.filter((path) => !this.texts.has(path)).map((path) => this.loadFile(path)));
  }

  files(language: DisplayLanguage): readonly CatalogFile[] {
    return catalogFiles(JSON.parse(this.textOf(catalogOf(language))) as Readonly<Record<string, CatalogData>>);
  }

  names(): CodeNames {
    return (this.knownNames ??= new CodeNames(this.textOf(codeNames), this.textOf(actionNames)));
  }

  localizer(language: DisplayLanguage): Localizer {
    let localizer = this.localizers.get(language);
    if (!localizer) {
      const translations = language === 'en' ? '{}' : this.textOf(translationsOf(language));
      localizer = new Localizer(language, JSON.parse(translations) as Translations);
      this.localizers.set(language, localizer);
    }
    return localizer;
  }

  private async loadFile(path: string): Promise<void> {
    const text = await this.read(path);
    if (text === undefined) {
      throw new Error(`${path} is missing.`);
    }
    this.texts.set(path, text);
  }

  private textOf(path: string): string {
    const text = this.texts.get(path);
    if (text === undefined) {
      throw new Error(`${path} was not loaded.`);
    }
    return text;
  }
}

function catalogOf(language: DisplayLanguage): string {
  return `dist/catalog/${language}.json`;
}

function translationsOf(language: DisplayLanguage): string {
  return `l10n/bundle.l10n.${language}.json`;
}
