import type { Behaviour, Handler } from '../behaviour.js';
import { goodAnswer, kindOf } from '../goodModel.js';
import { gptImage, openAiRefusal } from '../openAiRules.js';
import { answerJson, type StreamInProgress, answerCompletion } from '../wire.js';

const notFound: Handler = (exchange) =>
  answerJson(exchange, 404, { error: { code: '404', message: 'Resource not found' } });

/** A chunk without choices, which comes first. */
const promptFilter = (stream: StreamInProgress): void =>
  stream.write({
    id: '',
    choices: [],
    created: 0,
    model: '',
    object: '',
    prompt_filter_results: [
      { prompt_index: 0, content_filter_results: { hate: { filtered: false, severity: 'safe' } } },
    ],
  });

/** A chunk without a delta. */
const contentFilter = (stream: StreamInProgress): void =>
  stream.write({
    id: '',
    object: '',
    created: 0,
    model: '',
    choices: [
      {
        index: 0,
        finish_reason: null,
        content_filter_results: {},
        content_filter_offsets: { check_offset: 44, start_offset: 44, end_offset: 198 },
      },
    ],
    usage: null,
  });

const chat: Handler = (exchange) => {
  const refusal = openAiRefusal(exchange);
  if (refusal !== null) return answerJson(exchange, 400, refusal);
  return answerCompletion(exchange, goodAnswer(exchange.body), {
    before: promptFilter,
    afterThird: contentFilter,
  });
};

/** Azure OpenAI: the v1 address with deployment names. */
export const azure: Record<string, Behaviour> = {
  'azure-v1': {
    says: 'Azure: first chunk without choices, chunks without delta, deployment names, no moderation endpoint',
    source: 'AbanteAI/archive-old-cli-mentat#429, microsoft/autogen#6465, BerriAI/litellm#15028',
    chat,
    images: gptImage,
    moderations: notFound,
    other: notFound,
  },
  'azure-content-filter': {
    says: 'Azure refuses every document with its content filter: 400, code content_filter',
    source: 'vibrantlabsai/ragas#649, openai/openai-python#331',
    wanted: 'TEMPLATE',
    chat: (exchange) =>
      kindOf(exchange.body) === 'chat'
        ? chat(exchange)
        : answerJson(exchange, 400, {
            error: {
              message:
                "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry. To learn more about our content filtering policies please read our documentation: https://go.microsoft.com/fwlink/?linkid=2198766",
              type: null,
              param: 'prompt',
              code: 'content_filter',
              status: 400,
              innererror: {
                code: 'ResponsibleAIPolicyViolation',
                content_filter_result: { violence: { filtered: true, severity: 'medium' } },
              },
            },
          }),
    images: gptImage,
    moderations: notFound,
    other: notFound,
  },
};
