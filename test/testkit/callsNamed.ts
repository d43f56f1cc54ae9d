import type { OpenAiStandIn, StandInCall } from '../../stand-ins/openai/server/server.js';

/** The calls that asked for a document of this kind: 'reflections', 'persona', 'paraphrases', 'summary' … */
export const callsNamed = (model: Pick<OpenAiStandIn, 'calls'>, name: string): StandInCall[] =>
  model.calls.filter(({ path, body }) => {
    const format = (body as { response_format?: { json_schema?: { name: string } } }).response_format;
    return path === 'chat' && format?.json_schema?.name === name;
  });
