import type { OpenAiStandIn } from '../../stand-ins/openai/server/server.js';

/** How often the provider was asked, over all sagas. */
export interface ModelCallCount {
  /** Calls for a text or a picture of a persona. Replies and moderation do not belong to a saga. */
  ofSagas: number;
  /** Most calls for the text of one saga: notes, text and repairs. */
  mostTexts: number;
}

interface Request {
  response_format?: { json_schema?: { name: string } };
  messages?: { content: string }[];
}

/** Documents that a saga asks for. */
const SAGA_DOCUMENTS = new Set(['paraphrases', 'reflections', 'persona']);

/** Counts the stand-in's calls as they come: it keeps the latest only. */
export class ModelCalls implements Disposable {
  #ofSagas = 0;
  readonly #texts = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly model: OpenAiStandIn) {
    this.#timer = setInterval(() => this.#take(), 500);
  }

  count(): ModelCallCount {
    this.#take();
    return { ofSagas: this.#ofSagas, mostTexts: Math.max(0, ...this.#texts.values()) };
  }

  #take(): void {
    for (const { path, body } of this.model.calls.splice(0)) {
      const { response_format, messages } = body as Request;
      const document = response_format?.json_schema?.name;
      if (path === 'images' || (document !== undefined && SAGA_DOCUMENTS.has(document))) this.#ofSagas += 1;
      if (document !== 'reflections' && document !== 'persona') continue;
      // A survey's name and the number of its friends are those of one version.
      const text = messages?.at(-1)?.content ?? '';
      const saga = `${/"name":\s*"([^"]*)"/.exec(text)?.[1]} ${/"friends":\s*(\d+)/.exec(text)?.[1]}`;
      this.#texts.set(saga, (this.#texts.get(saga) ?? 0) + 1);
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
