import { StandingDocument } from '../graphql/generated/Standing';
import type { AgeStanding } from '../graphql/generated/schema';
import { client } from './client';

let known: AgeStanding | undefined;

/** Whether the person who signed in has said how old they are, and may take part. */
export const standing = {
  /** @returns undefined when the server could not be asked */
  async read(): Promise<AgeStanding | undefined> {
    if (known === 'ADULT' || known === 'MINOR') return known;
    const { data } = await client.query(StandingDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    return (known = data?.viewer.ageStanding);
  },
  /** Another person signs in, or this one has just said it. */
  forget: (): void => void (known = undefined),
};
