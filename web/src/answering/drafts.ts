import { deviceStore } from './deviceStore';

const PREFIX = 'mirai.draft.';

/** Answers on their way, on this device. `of` is a survey's slug, or aboutMyself: two people may share a device. */
export const drafts = {
  /** The name of somebody's draft about themselves. */
  aboutMyself: (userId: string): string => `myself.${userId}`,
  /** As it was kept, by whatever build: restoreDraft makes a draft of it. */
  read: (of: string): unknown => deviceStore.read(PREFIX + of),
  keep: (of: string, draft: unknown): void => deviceStore.write(PREFIX + of, draft),
  forget: (of: string): void => deviceStore.forget(PREFIX + of),
  follow: (of: () => string | undefined, onChange: () => void): (() => void) =>
    deviceStore.follow((key) => key === PREFIX + of(), onChange),
};
