import type { Behaviour, Exchange } from '../behaviour.js';
import { goodAnswer, kindOf } from '../goodModel.js';
import { textOnly } from '../notFound.js';
import { answerCompletion } from '../wire.js';

/** Answers each request for a document with the document in this form. */
const documents =
  (form: (document: string, kind: string) => string) =>
  (exchange: Exchange): Promise<void> => {
    const kind = kindOf(exchange.body);
    const answer = goodAnswer(exchange.body);
    return answerCompletion(exchange, kind === 'chat' ? answer : form(answer, kind));
  };

/** Every `"evidence": ["EV-E"]` as `"evidence": "EV-E"`. */
const withLooseEvidence = (document: string): string =>
  document.replace(/"evidence":\["([^"]+)"\]/g, '"evidence":"$1"');

/** In what weak models wrap the JSON that was asked for. */
export const decorations: Record<string, Behaviour> = {
  'json-in-prose': {
    ...textOnly,
    says: 'a byte order mark, prose before and after, and a comma before the last bracket',
    source: 'bytedance/deer-flow#2372, manhhailua/lorekeep#192',
    chat: documents(
      (document) =>
        `\ufeffSure! Here is the document you asked for {as JSON}:\n\n${document.replace(/\}$/, ',}')}\n\nLet me know if I should change anything.`,
    ),
  },
  'json-in-fence-with-prose': {
    ...textOnly,
    says: 'a code fence with prose around it, and JSON in capitals',
    source: 'coze-dev/coze-studio#573 (fence), manhhailua/lorekeep#192',
    chat: documents((document) => `Here you go:\n\`\`\`JSON\n${document}\n\`\`\`\nEnjoy!`),
  },
  'json-under-its-name': {
    ...textOnly,
    says: 'the document under a key with its name: {"persona":{…}}',
    source: 'providers.md, seen with hand-written outputs',
    chat: documents((document, kind) => `{"${kind}":${document}}`),
  },
  'json-in-array': {
    ...textOnly,
    says: 'the document as the only item of an array',
    source: 'providers.md, seen with hand-written outputs',
    chat: documents((document) => `[${document}]`),
  },
  'json-evidence-as-string': {
    ...textOnly,
    says: 'one item instead of a list of one: "evidence":"EV-E"',
    source: 'providers.md, seen with hand-written outputs',
    chat: documents(withLooseEvidence),
  },
};
