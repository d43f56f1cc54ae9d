import type { Behaviour, Exchange } from '../behaviour.js';
import { callsFor, goodAnswer, kindOf } from '../goodModel.js';
import { textOnly } from '../notFound.js';
import { answerWhole, answerCompletion } from '../wire.js';

/** What proxies and young servers do to a stream. */
export const faults: Record<string, Behaviour> = {
  'stream-ignored': {
    ...textOnly,
    says: '`stream` is ignored: a whole completion as JSON',
    source: null,
    chat: (exchange) => answerWhole(exchange, goodAnswer(exchange.body)),
  },
  'no-finish-reason': {
    ...textOnly,
    says: 'no reason to finish, only [DONE]',
    source: 'open-learning-exchange/planet#10281 (proxies for Gemini)',
    chat: (exchange) => answerCompletion(exchange, goodAnswer(exchange.body), { finishReason: null }),
  },
  'empty-finish-reason': {
    ...textOnly,
    says: 'finish_reason is "" until the last chunk; the first persona and the first reply end in the middle',
    source: 'sgl-project/sglang#3912, ollama/ollama#4357',
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        openFinishReason: '',
        ...(isFirstOfKind(exchange) ? { afterThird: ({ end }) => end() } : {}),
      }),
  },
  'cut-once': {
    ...textOnly,
    says: 'the connection closes in the middle of the first persona and of the first reply',
    source: 'konveyor/kai#622',
    chat: (exchange) =>
      answerCompletion(
        exchange,
        goodAnswer(exchange.body),
        isFirstOfKind(exchange) ? { afterThird: ({ cut }) => cut() } : {},
      ),
  },
  'error-in-stream': {
    ...textOnly,
    says: 'OpenRouter: the first persona and the first reply end with an error as an event, finish_reason "error"',
    source: 'openrouter.ai/docs/api-reference/streaming ("Handling Errors During Streaming")',
    chat: (exchange) =>
      answerCompletion(
        exchange,
        goodAnswer(exchange.body),
        isFirstOfKind(exchange)
          ? {
              afterThird: ({ write, end }) => {
                write({
                  id: 'cmpl-abc123',
                  object: 'chat.completion.chunk',
                  created: 1,
                  model: exchange.body.model,
                  error: { code: 'server_error', message: 'Provider disconnected unexpectedly' },
                  choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
                });
                end();
              },
            }
          : {},
      ),
  },
  'no-usage': {
    ...textOnly,
    says: 'usage never arrives, although it was requested',
    source: 'sgl-project/sglang#954',
    chat: (exchange) => answerCompletion(exchange, goodAnswer(exchange.body), { hasUsage: false }),
  },
};

/** Whether this is the first call for the persona, or the first for a reply. */
function isFirstOfKind({ body, calls }: Exchange): boolean {
  const kind = kindOf(body);
  return callsFor(kind, calls).length === 1 && (kind === 'persona' || kind === 'chat');
}
