import type { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submitAnswers } from '../../client/friends.js';
import {
  AcceptComparisonDocument,
  ComparisonDocument,
  ComparisonsDocument,
  EndComparisonDocument,
  InviteToCompareDocument,
  type Locale,
} from '../../operations/generated/graphql.js';
import { newSurvey, someone, statesUntil } from '../testkit/seed.js';

/** Someone with a persona that friends made, and what they do to compare it. A refusal is its code, e.g. NOT_FOUND. */
export class ComparingPerson {
  private constructor(
    readonly client: ApiClient,
    readonly surveyId: string,
    readonly slug: string,
    readonly persona: string,
    readonly receipts: string[],
  ) {}

  static async arrive(url: string, name: string, views: FriendView[], locale: Locale = 'EN') {
    const { client } = await someone(url, name);
    const { id, slug, persona } = await newSurvey(client, { locale, displayName: name });
    const receipts: string[] = [];
    for (const view of views) receipts.push(await submitAnswers(url, slug, view));
    if (views.length >= 3) await statesUntil(client, persona.id, ['READY']);
    // No socket is left open: from here on everything is asked over HTTP.
    await client[Symbol.asyncDispose]();
    return new ComparingPerson(client, id, slug, persona.id, receipts);
  }

  /** The same person with another persona, or another client with this one's persona. */
  but({ client = this.client, persona = this.persona }): ComparingPerson {
    return new ComparingPerson(client, this.surveyId, this.slug, persona, this.receipts);
  }

  async invite() {
    const { inviteToCompare } = await this.client.run(InviteToCompareDocument, { personaId: this.persona });
    return { ...inviteToCompare.comparison, code: inviteToCompare.comparison.code ?? '' };
  }

  async accept(code: string) {
    const { acceptComparison } = await this.client.run(AcceptComparisonDocument, this.#joining(code));
    return acceptComparison.comparison;
  }

  async agreeWith(inviter: ComparingPerson) {
    return this.accept((await inviter.invite()).code);
  }

  async refusedInvitation() {
    return codeOf(await this.client.request(InviteToCompareDocument, { personaId: this.persona }));
  }

  /** All that was answered to a code, for comparing bytes. */
  async answerTo(code: string) {
    const { status, data, errors } = await this.client.request(AcceptComparisonDocument, this.#joining(code));
    return { status, data, errors };
  }

  async refused(code: string) {
    return codeOf(await this.answerTo(code));
  }

  async read(id: string) {
    return (await this.client.run(ComparisonDocument, { id })).comparison;
  }

  async refusedToRead(id: string) {
    return codeOf(await this.client.request(ComparisonDocument, { id }));
  }

  async page(first?: number, after?: string | null) {
    return (await this.client.run(ComparisonsDocument, { first, after })).viewer.comparisons;
  }

  async listed() {
    return (await this.page()).edges.map(({ node }) => node);
  }

  async end(comparisonId: string) {
    return (await this.client.run(EndComparisonDocument, { comparisonId })).endComparison.comparisonId;
  }

  async refusedToEnd(comparisonId: string) {
    return codeOf(await this.client.request(EndComparisonDocument, { comparisonId }));
  }

  #joining(code: string) {
    return { code, personaId: this.persona };
  }
}

/** The code of the first error; undefined where there is none. */
const codeOf = ({ errors }: { errors: readonly { extensions?: Record<string, unknown> }[] }) =>
  errors[0]?.extensions?.['code'];
