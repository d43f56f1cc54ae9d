import { ApiClient } from '../../client/apiClient.js';
import { type SignedIn, signIn } from '../../client/signIn.js';
import { CreateSurveyDocument } from '../../operations/generated/graphql.js';
import { type Access, surely } from './surely.js';

/** A survey of the run. */
export interface ChaosSurvey {
  id: string;
  slug: string;
  personaId: string;
  /** The name that the model reads. No other survey has it. */
  name: string;
  /** The owner's. It lives for fifteen minutes, much longer than anyone looks at this survey. */
  accessToken: string;
}

/** Few, so that no owner comes near a limit on surveys and every session is young. */
const SURVEYS_PER_OWNER = 8;

/** Makes one survey after the other, and new owners for them. */
export class Owners {
  #owner: SignedIn | undefined;
  #surveys = 0;
  #pending: Promise<unknown> = Promise.resolve();

  constructor(private readonly access: Access) {}

  /** Creates a survey, however long that takes. */
  async newSurvey(): Promise<ChaosSurvey> {
    // One after the other, so that one owner serves all callers.
    const made = this.#pending.then(() => this.#make());
    this.#pending = made.catch(() => undefined); // Its caller gets the error.
    return made;
  }

  async #make(): Promise<ChaosSurvey> {
    if (this.#owner === undefined || this.#surveys % SURVEYS_PER_OWNER === 0) {
      const person = { email: `owner-${this.#surveys}@chaos.example`, name: `Owner ${this.#surveys}` };
      this.#owner = await surely(this.access, (url) => signIn(url, person));
    }
    this.#surveys += 1;
    const name = `Mina ${this.#surveys}`;
    const { accessToken } = this.#owner.session;
    const { survey } = await surely(this.access, async (url) => {
      const client = new ApiClient(url, accessToken, { timeoutMs: 8_000 });
      return (await client.run(CreateSurveyDocument, { displayName: name })).createSurvey;
    });
    return { id: survey.id, slug: survey.slug, personaId: survey.persona.id, name, accessToken };
  }
}
