import { setTimeout as wait } from 'node:timers/promises';
import { DurableStream } from '@durable-streams/client';
import { openAiClient } from '../../src/ai/openai/client.js';
import { readBySdk } from '../readers/readBySdk.js';
import type { WriteOrder } from './writeOrder.js';

/** A child process of startDurableStreams: `<base URL of the model>`. Exits with its parent. */
const [modelUrl = ''] = process.argv.slice(2);
process.once('disconnect', () => process.exit());
const sdk = openAiClient({ baseUrl: modelUrl, headers: {}, query: {}, body: {} }, 8 * 1024 * 1024);

/** Like the product's worker, which stores what has come since the last piece, at most this often. */
const PIECE_EVERY_MS = 60;

/** Appends a text in pieces, one after the other: while one is being stored, the next grows. */
class PieceWriter {
  readonly #stream: DurableStream;
  #pending = '';
  #sending: Promise<void> | null = null;

  constructor(url: string) {
    // In a stream of plain text over SSE, a piece would lose the space at its begin.
    this.#stream = new DurableStream({ url, contentType: 'application/json' });
  }

  add(text: string): void {
    this.#pending += text;
    if (this.#sending !== null) return;
    this.#sending = this.#send();
    // `end` reports it.
    this.#sending.catch(() => undefined);
  }

  /** @throws Error if a piece could not be stored */
  async end(): Promise<void> {
    await this.#sending;
    await this.#stream.close();
  }

  async #send(): Promise<void> {
    do {
      await wait(PIECE_EVERY_MS);
      const piece = this.#pending;
      this.#pending = '';
      await this.#stream.append(JSON.stringify(piece));
    } while (this.#pending !== '');
    this.#sending = null;
  }
}

async function write(url: string, reply: number, tokens: number): Promise<void> {
  const writer = new PieceWriter(url);
  await readBySdk(sdk, { reply, tokens }, (text) => writer.add(text));
  await writer.end();
}

process.on('message', ({ urls, tokens }: WriteOrder) => {
  const ends = urls.map((url, reply) =>
    write(url, reply, tokens).catch(
      (error: Error) => void process.stderr.write(`reply ${reply}: ${error.message}\n`),
    ),
  );
  void Promise.all(ends).then(() => process.send?.(true));
});
process.send?.(true);
