import type { AgeStanding } from './generated/schema';
import { loadClient } from './loadClient';
import { StandingDocument } from './operations/generated/Standing';

let cached: AgeStanding | undefined;

/** Whether the signed-in person has stated their age and may take part. */
export const viewerAgeStatus = {
  /** @returns undefined if the server could not be asked */
  async read(): Promise<AgeStanding | undefined> {
    if (cached === 'ADULT' || cached === 'MINOR') return cached;
    const client = await loadClient().catch(() => undefined);
    const policy = { requestPolicy: 'network-only' } as const;
    const answer = await client?.query(StandingDocument, {}, policy).toPromise();
    return (cached = answer?.data?.viewer.ageStanding);
  },
  /** To be called when another person signs in, or this one has just stated their age. */
  forget: (): void => void (cached = undefined),
};

/**
 * Version of the texts in messages/<locale>/{entry,privacy}.json. Change it whenever what people consent to
 * changes.
 */
export const consentVersion = '2026-12';
