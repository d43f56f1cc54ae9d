import type { Locale, SubmitResponseInput } from '../graphql/generated/schema';
import { type Refusal, refusals } from './afterFailure';
import { deviceStore } from './deviceStore';

/** A response on its way, or what the server said to it for good. */
export type Posted =
  | {
      state: 'waiting';
      /** Never changes any more: what arrived already must be the same when it is sent again. */
      input: SubmitResponseInput;
      ownerName: string;
      locale: Locale;
    }
  | { state: 'refused'; code: Refusal };

const PREFIX = 'mirai.outbox.';

function isPosted(raw: unknown): raw is Posted {
  const one = raw as Partial<{ state: string; input: Partial<SubmitResponseInput>; code: string }> | null;
  if (one?.state === 'waiting') return typeof one.input?.clientKey === 'string';
  return one?.state === 'refused' && refusals.some((code) => code === one.code);
}

/** Responses that were sent by their author and have no receipt yet, one for each survey. They outlive the tab. */
export const outbox = {
  of(slug: string): Posted | null {
    const raw = deviceStore.read(PREFIX + slug);
    return isPosted(raw) ? raw : null;
  },
  slugs: (): string[] => deviceStore.keys(PREFIX).map((key) => key.slice(PREFIX.length)),
  put: (slug: string, posted: Posted): void => deviceStore.write(PREFIX + slug, posted),
  forget: (slug: string): void => deviceStore.forget(PREFIX + slug),
  follow: (slug: string, onChange: () => void): (() => void) =>
    deviceStore.follow((key) => key === PREFIX + slug, onChange),
};
