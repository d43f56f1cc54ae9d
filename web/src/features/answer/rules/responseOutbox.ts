import type { Locale, SubmitResponseInput } from '../../../api/generated/schema';
import { jsonStorage } from '../../../device/jsonStorage';
import { type Refusal, refusals } from './responseRetry';

/** A response that is being sent, or the server's final refusal of it. */
export type PendingResponse =
  | {
      state: 'waiting';
      /** Never changes: a retry must send exactly what may have arrived already. */
      input: SubmitResponseInput;
      ownerName: string;
      locale: Locale;
    }
  | { state: 'refused'; code: Refusal };

const PREFIX = 'mirai.outbox.';

/** Responses that were submitted and have no receipt yet, one per survey. They outlive the tab. */
export const responseOutbox = {
  of(slug: string): PendingResponse | null {
    const raw = jsonStorage.read(PREFIX + slug);
    return isPendingResponse(raw) ? raw : null;
  },
  slugs: (): string[] => jsonStorage.keys(PREFIX).map((key) => key.slice(PREFIX.length)),
  store: (slug: string, response: PendingResponse): void => jsonStorage.write(PREFIX + slug, response),
  forget: (slug: string): void => jsonStorage.forget(PREFIX + slug),
  follow: (slug: string, onChange: () => void): (() => void) =>
    jsonStorage.follow((key) => key === PREFIX + slug, onChange),
};

function isPendingResponse(raw: unknown): raw is PendingResponse {
  const one = raw as Partial<{ state: string; input: Partial<SubmitResponseInput>; code: string }> | null;
  if (one?.state === 'waiting') return typeof one.input?.clientKey === 'string';
  return one?.state === 'refused' && refusals.some((code) => code === one.code);
}
