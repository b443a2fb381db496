import type { Finding, LanguageService } from '../../service';
import type { CheckedFile } from '../results/checkedFile';

/** The file without the secrets in its name, its failures and its findings. Most files have none. */
export function withoutSecrets(file: CheckedFile, service: LanguageService): CheckedFile {
  const texts = new Set<string>([file.path]);
  for (const { code, message, requestId } of file.envelopes) {
    [code, message, requestId].forEach((text) => text && texts.add(text.value));
  }
  for (const { message, related = [] } of file.findings) {
    [message, ...related.map((each) => each.message)].forEach((text) => texts.add(text));
  }
  const given = [...texts];
  const clean = new Map(service.withoutSecrets(given).map((text, index) => [given[index], text]));
  const of = (text: string): string => clean.get(text) ?? text;
  const cleaned = <T extends { readonly value: string }>(text: T): T => ({ ...text, value: of(text.value) });
  return given.every((text) => of(text) === text)
    ? file
    : {
        ...file,
        path: of(file.path),
        envelopes: file.envelopes.map(({ code, message, requestId, ...envelope }) => ({
          ...envelope,
          code: code && cleaned(code),
          message: message && cleaned(message),
          requestId: requestId && cleaned(requestId),
        })),
        findings: file.findings.map((finding): Finding => ({
          ...finding,
          message: of(finding.message),
          ...(finding.related
            ? { related: finding.related.map((each) => ({ ...each, message: of(each.message) })) }
            : {}),
        })),
      };
}
