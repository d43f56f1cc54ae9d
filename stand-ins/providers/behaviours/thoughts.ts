import type { Behaviour, Exchange } from '../behaviour.js';
import { goodAnswer, thinking } from '../goodModel.js';
import { plainNotFound, textOnly, textOnlyFastApi } from '../notFound.js';
import { moderations } from '../openAiRules.js';
import { answerCompletion } from '../wire.js';

/** Writes `before`, what the model thinks, `between` and the answer, all as content. */
const thinksAloud =
  (before: string, between: string) =>
  (exchange: Exchange): Promise<void> =>
    answerCompletion(exchange, `${before}${thinking}${between}${goodAnswer(exchange.body)}`);

/** Where models and servers put what a model thinks. */
export const thoughts: Record<string, Behaviour> = {
  'ollama-reasoning-field': {
    ...textOnly,
    says: 'qwen3 on Ollama: thinking in delta.reasoning, content empty meanwhile',
    source: 'ollama docs (thinking)',
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        reasoning: { text: thinking, field: 'reasoning', content: '' },
      }),
  },
  'think-tags-in-content': {
    ...textOnly,
    says: '<think> … </think> before the answer, in content (vLLM without parser, LM Studio, Together R1)',
    source: 'lmstudio-ai/lmstudio-bug-tracker#1589, admonstrator/zettelrobbe#74',
    chat: thinksAloud('<think>\n', '\n</think>\n\n'),
  },
  'think-without-opening-tag': {
    ...textOnlyFastApi,
    says: 'DeepSeek R1 and QwQ on vLLM without a parser: the chat template writes <think> into the prompt, so only </think> arrives',
    source: 'deepseek-ai/DeepSeek-R1#352, vllm-project/vllm#13125',
    chat: thinksAloud('', '\n</think>\n\n'),
  },
  'think-in-replies-only': {
    ...textOnlyFastApi,
    says: 'the same with a schema that is enforced: documents begin with {, and only replies think',
    source: 'vllm-project/vllm#18255, lmstudio-ai/lmstudio-bug-tracker#575',
    chat: (exchange) =>
      exchange.body.response_format === undefined
        ? thinksAloud('', '\n</think>\n\n')(exchange)
        : answerCompletion(exchange, goodAnswer(exchange.body)),
  },
  'vllm-document-in-reasoning': {
    ...textOnlyFastApi,
    says: 'vLLM with a reasoning parser and an enforced schema: the document arrives as reasoning_content, content stays empty',
    source: 'vllm-project/vllm#16182, #18255',
    chat: (exchange) => {
      const answer = goodAnswer(exchange.body);
      const isDocument = exchange.body.response_format !== undefined;
      return answerCompletion(exchange, isDocument ? '' : answer, {
        reasoning: { text: isDocument ? answer : thinking, field: 'reasoning_content' },
      });
    },
  },
  'thinking-uses-up-tokens': {
    ...textOnly,
    says: 'the model thinks until its tokens are used up: no content, finish_reason "length"',
    source: 'BerriAI/litellm-docs#559, pvliesdonk/markdown-vault-mcp#919',
    wanted: 'FAILURE',
    chat: (exchange) =>
      answerCompletion(exchange, '', {
        reasoning: { text: thinking, field: 'reasoning_content' },
        finishReason: 'length',
      }),
  },
  'think-empty': {
    ...textOnly,
    says: 'Qwen3 with thinking turned off: an empty <think></think> before the answer',
    source: 'ollama/ollama#8837 (R1)',
    chat: (exchange) => answerCompletion(exchange, `<think>\n\n</think>\n\n${goodAnswer(exchange.body)}`),
  },
  'magistral-parts': {
    says: 'Magistral: content is an array of parts, {type: thinking} and {type: text}',
    source: 'BerriAI/litellm#16272, NousResearch/hermes-agent#4748',
    chat: (exchange) =>
      answerCompletion(exchange, goodAnswer(exchange.body), {
        afterRole: ({ chunk }) =>
          chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: thinking }] }] }),
        contentOf: (text) => [{ type: 'text', text }],
      }),
    images: plainNotFound,
    moderations,
    other: plainNotFound,
  },
  'gpt-oss-harmony': {
    ...textOnly,
    says: 'gpt-oss behind a server that does not parse harmony: the channel markers are in content',
    source: 'ggml-org/llama.cpp#15789, NVIDIA/TensorRT-LLM#9256',
    chat: thinksAloud(
      '<|channel|>analysis<|message|>',
      '<|end|><|start|>assistant<|channel|>final<|message|>',
    ),
  },
  'gpt-oss-bare-channels': {
    ...textOnly,
    says: 'gpt-oss behind a server that drops special tokens: only the names of the channels are left',
    source: 'Augustas11/macprovider#743',
    chat: thinksAloud('analysis', 'assistantfinal'),
  },
};
