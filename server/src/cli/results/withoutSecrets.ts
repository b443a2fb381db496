import type { Envelope, Finding, LanguageService } from '../../service';
import type { CheckedFile } from './checkedFile';

/** The file without the secrets in its name, its responses and its findings. Most files have none. */
export function withoutSecrets(file: CheckedFile, service: LanguageService): CheckedFile {
  const [path = ''] = service.withoutSecrets([file.path]);
  return {
    ...file,
    path,
    *envelopes() {
      for (const { envelope, itemFailures } of file.envelopes()) {
        yield {
          envelope: cleanEnvelope(envelope, service),
          itemFailures: itemFailures.map((failure) => cleanEnvelope(failure, service)),
        };
      }
    },
    *findings() {
      for (const finding of file.findings()) {
        yield cleanFinding(finding, service);
      }
    },
  };
}

function cleanEnvelope(envelope: Envelope, service: LanguageService): Envelope {
  const { code, message, requestId } = envelope;
  const given = [code, message, requestId].map((text) => text?.value ?? '');
  const clean = service.withoutSecrets(given);
  if (clean.every((text, index) => text === given[index])) {
    return envelope;
  }
  const [cleanCode = '', cleanMessage = '', cleanId = ''] = clean;
  return {
    ...envelope,
    code: code && { ...code, value: cleanCode },
    message: message && { ...message, value: cleanMessage },
    requestId: requestId && { ...requestId, value: cleanId },
  };
}

function cleanFinding(finding: Finding, service: LanguageService): Finding {
  const { related } = finding;
  const [message = '', ...others] = service.withoutSecrets([
    finding.message,
    ...(related ?? []).map((each) => each.message),
  ]);
  const cleanRelated = related?.map((each, index) => ({ ...each, message: others[index] ?? '' }));
  return { ...finding, message, ...(cleanRelated ? { related: cleanRelated } : {}) };
}
