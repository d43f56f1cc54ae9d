import type OpenAI from 'openai';
import type { Logger } from 'pino';
import { type Illustrator, UpstreamError, type Usage } from '../ports.js';
import { startDeadlines } from './deadlines.js';
import { logFailure, toUpstreamError } from './errors.js';
import { isSupportedImage } from './isSupportedImage.js';

/** Maximum size of an encoded picture in bytes. A 1024×1024 PNG stays well under 4 MB. */
const maxBytes = 20 * 1024 * 1024;

/**
 * Draws through `images.generate`. Accepts only bytes: fetching an address that a provider names would let it
 * point into our network.
 */
export class OpenAiIllustrator implements Illustrator {
  readonly #client: OpenAI;
  readonly #options: { model: string; log: Logger; totalMs?: number };

  /** @param options `totalMs` (180 s) for the whole picture */
  constructor(client: OpenAI, options: { model: string; log: Logger; totalMs?: number }) {
    this.#client = client;
    this.#options = options;
  }

  async draw(request: { prompt: string; signal: AbortSignal }): Promise<{ bytes: Buffer; usage: Usage }> {
    const { model, log, totalMs = 180_000 } = this.#options;
    using deadlines = startDeadlines({ signal: request.signal, totalMs });
    try {
      const answer = await this.#client.images.generate(
        {
          model,
          prompt: request.prompt,
          n: 1,
          size: '1024x1024',
          // gpt-image models always return bytes and reject the field. The others return an address without
          // it.
          ...(model.startsWith('gpt-image') ? {} : { response_format: 'b64_json' as const }),
        },
        { signal: deadlines.signal },
      );
      return {
        bytes: pictureOf(answer.data?.[0]),
        usage: {
          model,
          inputTokens: answer.usage?.input_tokens ?? null,
          outputTokens: answer.usage?.output_tokens ?? null,
        },
      };
    } catch (error) {
      logFailure(log, 'image', model, error);
      throw toUpstreamError(error, deadlines);
    }
  }
}

function pictureOf(image: OpenAI.Image | undefined): Buffer {
  if (image?.url && !image.b64_json)
    throw new UpstreamError(
      'The image provider returned an address instead of an image, and this server does not fetch it.',
      false,
    );
  const bytes = Buffer.from(image?.b64_json ?? '', 'base64');
  if (bytes.length > maxBytes) throw new UpstreamError('The generated image was far too large.', true);
  if (!isSupportedImage(bytes)) throw new UpstreamError('The image model did not return an image.', true);
  return bytes;
}
