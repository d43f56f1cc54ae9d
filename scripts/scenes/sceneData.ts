import type { Page } from 'playwright-core';
import { answersOf, submitAnswers } from '../../client/friends.js';
import {
  AnswerAboutMyselfDocument,
  CreateSurveyDocument,
  type Locale,
  PersonaChangedDocument,
} from '../../operations/generated/graphql.js';
import type { Behaviour } from '../../stand-ins/openai/server/behaviour.js';
import type { OpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { versionAtEnd } from '../../test/testkit/versions.js';
import { type SignedInStorage, signedInStorage } from '../browser/signedInStorage.js';
import { friendsOf, owners } from './friends.js';

/** One state of one page, for screenshots and checks. */
export interface Scene {
  /** `<page>-<state>`: the prefix of the picture files' names. */
  name: string;
  /** The page's path. Also creates the data that the scene needs. */
  path: (data: SceneData) => Promise<string> | string;
  /** The signed-in person; signed out if omitted. */
  who?: 'owner' | 'nobody' | 'newcomer' | 'child';
  /** Also shown in Korean and Japanese. */
  isLocalised?: boolean;
  /** The user's actions that lead to the state. */
  act?: (page: Page, data: SceneData) => Promise<void>;
  /** True if a reload ends the state, for example an open dialog. */
  isFleeting?: boolean;
  /** Expected console output, for example the status of a missing page. */
  noise?: RegExp;
  /** The model's scripted behaviour. The caller that shows the scene clears it afterwards. */
  model?: Behaviour;
}

/** The server, its model, and its database for what only time makes. */
export interface Stage {
  url: string;
  model: Pick<OpenAiStandIn, 'script' | 'reset'>;
  execute(sql: string, values: unknown[]): Promise<unknown>;
}

/** A survey, its persona, and the receipts of its responses. */
interface AnsweredSurvey {
  id: string;
  slug: string;
  personaId: string;
  receipts: string[];
}

/** Months of birth; null if not given. */
const bornIn = { owner: '1996-04', nobody: '1999-11', newcomer: null, child: '2020-01' } as const;

type Ending = 'PENDING' | 'SYNTHESIZING' | 'GENERATING_IMAGE' | 'READY' | 'FAILED';

/** The data behind the scenes of one language. It is created on first use and then reused. */
export class SceneData {
  readonly #made = new Map<string, Promise<unknown>>();

  constructor(
    readonly stage: Stage,
    readonly locale: Locale,
  ) {}

  /** Runs `make` once per name and returns the same promise afterwards. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(name) ?? make();
    this.#made.set(name, made);
    return made as Promise<T>;
  }

  /**
   * A signed-in person: the owner, a user without surveys, a user without consent, or a user who is too
   * young.
   */
  person(who: NonNullable<Scene['who']>): Promise<SignedInStorage> {
    const owner = owners[this.locale];
    const person = who === 'owner' ? owner : { ...owner, email: `${who}.${owner.email}` };
    return this.once(who, () => signedInStorage(this.stage.url, person, bornIn[who]));
  }

  /**
   * A survey with responses from `friends` friends, once its persona has the status `until`.
   * @param which distinguishes surveys of the same kind
   */
  answered(
    friends: number,
    until: Ending = friends < 3 ? 'PENDING' : 'READY',
    which = '',
  ): Promise<AnsweredSurvey> {
    return this.once(`${friends} ${until} ${which}`, async () => {
      const { client } = await this.person('owner');
      const { survey } = (await client.run(CreateSurveyDocument, { locale: this.locale })).createSurvey;
      const personaId = survey.persona.id;
      const receipts: string[] = [];
      for (const [at, view] of friendsOf(this.locale, friends).entries()) {
        receipts.push(await submitAnswers(this.stage.url, survey.slug, view));
        // The first three responses make the persona; later ones make new versions.
        if (at === 2 && friends > 3) await this.#reached(personaId, 'READY');
      }
      await this.#reached(personaId, until);
      // Releases happen at three, six and ten responses. Wait for the newest version.
      const versions = [3, 6, 10].filter((total) => total <= friends).length;
      if (until === 'READY' && versions > 1) await versionAtEnd(client, personaId, versions);
      return { id: survey.id, slug: survey.slug, personaId, receipts };
    });
  }

  /** The owner's practice persona. @returns its id */
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
