import type OpenAI from 'openai';
import type { ImageGenerateParamsNonStreaming } from 'openai/resources/images';
import type { Logger } from 'pino';
import type { IllustratorSettings } from '../../modelSettings.js';
import { type ModelCalls, plainCalls } from '../modelCalls.js';
import { type Illustrator, UpstreamError, type Usage } from '../ports.js';
import { type Deadlines, startDeadlines } from './deadlines.js';
import { logFailure, toUpstreamError } from './errors.js';
import { isSupportedImage } from './isSupportedImage.js';
import { allowedFields, Negotiation } from './negotiation.js';

/** Maximum size of an encoded picture in bytes. A 1024×1024 PNG stays well under 4 MB. */
const maxBytes = 20 * 1024 * 1024;

/** OpenAI's GPT image models always return bytes and refuse the field that asks for them. */
const returnsBytes = (model: string): boolean => /gpt-image/.test(model);

type DrawRequest = Parameters<Illustrator['draw']>[0];

/**
 * Draws through `images.generate`. Accepts only bytes: fetching an address that a provider names would let it
 * point into our network.
 */
export class OpenAiIllustrator implements Illustrator {
  readonly #negotiation = new Negotiation({ format: 'words', tokenCap: 'max_tokens' });

  constructor(
    private readonly client: OpenAI,
    private readonly settings: IllustratorSettings,
    private readonly log: Logger,
    private readonly calls: ModelCalls = plainCalls,
  ) {}

  draw(request: DrawRequest): Promise<{ bytes: Buffer; usage: Usage }> {
    return this.calls.make({ name: 'generate_content', output: 'image' }, request.onUsage, (onUsage) =>
      this.#draw({ ...request, onUsage }),
    );
  }

  async #draw(request: DrawRequest): Promise<{ bytes: Buffer; usage: Usage }> {
    const { model, totalMs } = this.settings;
    using deadlines = startDeadlines({ signal: request.signal, totalMs });
    try {
      const answer = await this.#generate(request.prompt, deadlines);
      const usage: Usage = {
        model,
        inputTokens: answer.usage?.input_tokens ?? null,
        outputTokens: answer.usage?.output_tokens ?? null,
      };
      await request.onUsage?.(usage);
      return { bytes: pictureOf(answer.data?.[0]), usage };
    } catch (error) {
      logFailure(this.log, 'image', model, error);
      throw toUpstreamError(error, deadlines);
    }
  }

  async #generate(prompt: string, deadlines: Deadlines): Promise<OpenAI.ImagesResponse> {
    const { model, size, quality, endpoint } = this.settings;
    const call = this.#negotiation.begin();
    for (;;) {
      const fields = allowedFields(call.style, {
        n: 1,
        size,
        quality,
        response_format: returnsBytes(model) ? undefined : 'b64_json',
      });
      const request = { model, prompt, ...fields, ...endpoint.body } as ImageGenerateParamsNonStreaming;
      try {
        const answer = await this.client.images.generate(request, { signal: deadlines.signal });
        call.remember();
        return answer;
      } catch (error) {
        if (deadlines.stoppedBy() !== null || !call.changeAfter(error, fields)) throw error;
      }
    }
  }
}

function pictureOf(image: OpenAI.Image | undefined): Buffer {
  if (image?.url && !image.b64_json)
    throw new UpstreamError(
      'The image provider returned an address instead of an image, and this server does not fetch it.',
      'operator',
    );
  const bytes = Buffer.from(image?.b64_json ?? '', 'base64');
  if (bytes.length > maxBytes) throw new UpstreamError('The generated image was far too large.', 'cut');
  if (!isSupportedImage(bytes)) throw new UpstreamError('The image model did not return an image.', 'cut');
  return bytes;
}
