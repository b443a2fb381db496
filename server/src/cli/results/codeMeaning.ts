import type { LanguageService, Localizer } from '../../service';

/** A code, its product if that is known, and what it says. */
export function codeMeaning(code: string, service: LanguageService, l10n: Localizer): string {
  if (code === '') {
    return l10n.t('(no code)');
  }
  const product = service.productOf(code);
  const named = product === '' ? code : l10n.t('{0} ({1})', code, product);
  return l10n.t('{0}: {1}', named, service.explainCode(code).description);
}
