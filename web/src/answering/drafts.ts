import { jsonStorage } from './deviceStore';

const PREFIX = 'mirai.draft.';

/**
 * Drafts stored on this device. `of` is a survey's slug, or `aboutMyself(…)`: two people may share a device.
 */
export const drafts = {
  /** The name of a user's draft about themselves. */
  aboutMyself: (userId: string): string => `myself.${userId}`,
  /** The stored value, which an earlier build may have written. `restoreDraft` turns it into a draft. */
  read: (of: string): unknown => jsonStorage.read(PREFIX + of),
  keep: (of: string, draft: unknown): void => jsonStorage.write(PREFIX + of, draft),
  forget: (of: string): void => jsonStorage.forget(PREFIX + of),
  follow: (of: () => string | undefined, onChange: () => void): (() => void) =>
    jsonStorage.follow((key) => key === PREFIX + of(), onChange),
};
