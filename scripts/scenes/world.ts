import {
  AnswerAboutMyselfDocument,
  CreateSurveyDocument,
  type Locale,
  PersonaChangedDocument,
} from '../../operations/generated/graphql.js';
import type { OpenAiStandIn } from '../../src/demo/openAiStandIn.js';
import { versionAtEnd } from '../../test/testkit/versions.js';
import { type SignedInStorage, signedInStorage } from '../browser/signedInStorage.js';
import { answer } from '../demo/answer.js';
import { answersOf } from '../demo/friends.js';
import { friendsOf, owners } from './friends.js';
import type { Scene } from './scene.js';

/** The server that all of it is on, and its model. */
export interface Stage {
  url: string;
  model: Pick<OpenAiStandIn, 'tell' | 'forget'>;
}

/** A survey, its persona, and the receipts of those who answered. */
export interface Answered {
  id: string;
  slug: string;
  personaId: string;
  receipts: string[];
}

/** Months of birth; null where nothing was said. */
const bornIn = { owner: '1996-04', nobody: '1999-11', newcomer: null, child: '2020-01' } as const;

type Ending = 'PENDING' | 'SYNTHESIZING' | 'GENERATING_IMAGE' | 'READY' | 'FAILED';

/** What there is to see in one language: made when a picture asks for it, and kept for the next. */
export class World {
  readonly #made = new Map<string, Promise<unknown>>();

  constructor(
    readonly stage: Stage,
    readonly locale: Locale,
  ) {}

  /** Made once, however many pictures ask. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(name) ?? make();
    this.#made.set(name, made);
    return made as Promise<T>;
  }

  /** Whoever looks: the owner, somebody who has nothing yet, one who has agreed to nothing yet, one who is too young. */
  person(who: NonNullable<Scene['who']>): Promise<SignedInStorage> {
    const owner = owners[this.locale];
    const person = who === 'owner' ? owner : { ...owner, email: `${who}.${owner.email}` };
    return this.once(who, () => signedInStorage(this.stage.url, person, bornIn[who]));
  }

  /**
   * A survey that so many friends answered, once its persona is where it is to be.
   * @param which tells one from another of the same kind
   */
  answered(
    friends: number,
    until: Ending = friends < 3 ? 'PENDING' : 'READY',
    which = '',
  ): Promise<Answered> {
    return this.once(`${friends} ${until} ${which}`, async () => {
      const { client } = await this.person('owner');
      const { survey } = (await client.run(CreateSurveyDocument, { locale: this.locale })).createSurvey;
      const personaId = survey.persona.id;
      const receipts: string[] = [];
      for (const [at, view] of friendsOf(this.locale, friends).entries()) {
        receipts.push(await answer(this.stage.url, survey.slug, view));
        // The persona is made of the first three; the later ones make versions of it.
        if (at === 2 && friends > 3) await this.#reached(personaId, 'READY');
      }
      await this.#reached(personaId, until);
      // Releases are of three, six and ten answers: the newest is what is to be seen.
      const versions = [3, 6, 10].filter((total) => total <= friends).length;
      if (until === 'READY' && versions > 1) await versionAtEnd(client, personaId, versions);
      return { id: survey.id, slug: survey.slug, personaId, receipts };
    });
  }

  /** The persona that the owner made of herself. @returns its id */
  practice(): Promise<string> {
    return this.once('practice', async () => {
      const { client } = await this.person('owner');
      const [view] = friendsOf(this.locale, 1);
      const answers = view === undefined ? [] : answersOf({ ...view, line: undefined });
      const { persona } = (await client.run(AnswerAboutMyselfDocument, { answers, locale: this.locale }))
        .answerAboutMyself;
      await this.#reached(persona.id, 'READY');
      return persona.id;
    });
  }

  async #reached(personaId: string, status: Ending): Promise<void> {
    const { client } = await this.person('owner');
    for await (const { personaChanged } of client.follow(PersonaChangedDocument, { personaId }))
      if (personaChanged.status === status) return;
  }
}
