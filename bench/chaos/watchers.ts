import { ApiClient } from '../../client/apiClient.js';
import { PersonaChangedDocument, SendMessageDocument } from '../../operations/generated/graphql.js';
import { restlessReader, type Seen } from '../../test/chaos/restlessReader.js';
import type { ChaosSurvey } from './owners.js';
import { type Access, surely } from './surely.js';

/** A reply that someone asked for, and what its readers saw. */
export interface ReadReply {
  id: string;
  personaId: string;
  seen: Seen[];
}

/** Owners who watch their persona appear and talk to it. */
export class Watchers {
  readonly replies: ReadReply[] = [];
  /** Events with a revision below one that the same owner had seen. */
  backwards = 0;
  /** Owners who saw READY or FAILED. */
  arrived = 0;
  /** What an API said to an owner that no fault explains. */
  readonly wrongRefusals: string[] = [];
  #talking = 0;
  #most: number;

  /** @param most how many owners may talk at once */
  constructor(
    private readonly access: Access,
    most: number,
  ) {
    this.#most = most;
  }

  /** Watches a persona from now on until its first version is READY or FAILED, then perhaps talks to it. */
  begin(survey: ChaosSurvey): void {
    this.#watch(survey).catch((error: Error) => {
      // A survey with too few answers is watched until the end.
      if (!this.access.signal.aborted) this.wrongRefusals.push(`${survey.name}: ${error.message}`);
    });
  }

  /** How many are talking now. */
  get talking(): number {
    return this.#talking;
  }

  /** No one else begins to talk. */
  talkNoMore(): void {
    this.#most = 0;
  }

  async #watch(survey: ChaosSurvey): Promise<void> {
    const status = await this.#untilMade(survey);
    this.arrived += 1;
    if (status !== 'READY' || this.#talking >= this.#most) return;
    this.#talking += 1;
    try {
      await this.#talk(survey);
    } finally {
      this.#talking -= 1;
    }
  }

  async #untilMade({ personaId, accessToken }: ChaosSurvey): Promise<string> {
    let revision = 0;
    return surely(this.access, async (url) => {
      // Every lost connection is this client's to notice and to replace, by any API.
      await using client = new ApiClient(url, accessToken, { retryAttempts: 0 });
      for await (const { personaChanged } of client.follow(PersonaChangedDocument, { personaId })) {
        if (personaChanged.revision < revision) this.backwards += 1;
        revision = personaChanged.revision;
        if (personaChanged.status === 'READY' || personaChanged.status === 'FAILED')
          return personaChanged.status;
      }
      throw new Error('The subscription ended.');
    });
  }

  async #talk({ personaId, accessToken, name }: ChaosSurvey): Promise<void> {
    const { urls, random, signal } = this.access;
    const sent = { personaId, text: `What do my friends see in ${name}?`, clientKey: crypto.randomUUID() };
    const id = await surely(this.access, async (url) => {
      const client = new ApiClient(url, accessToken, { timeoutMs: 8_000 });
      return (await client.run(SendMessageDocument, sent)).sendMessage.reply.id;
    });
    const reply: ReadReply = { id, personaId, seen: [] };
    this.replies.push(reply);
    const read = async (): Promise<void> => {
      const seen = await restlessReader([...urls], accessToken, id, random, () => undefined, signal);
      reply.seen.push(seen);
    };
    await Promise.all(random() < 0.3 ? [read(), read()] : [read()]);
  }
}
