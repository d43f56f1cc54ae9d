/** One frame on the wire: a chunk of a chunked HTTP response with one server-sent event. */
function frame(data: string): Buffer {
  const event = `data: ${data}\n\n`;
  return Buffer.from(`${Buffer.byteLength(event).toString(16)}\r\n${event}\r\n`);
}

const chunk = (delta: object, finish: string | null = null): Buffer =>
  frame(
    JSON.stringify({
      id: 'chatcmpl-paced',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'paced',
      choices: [{ index: 0, delta, finish_reason: finish }],
    }),
  );

/** The frames of an OpenAI streamed chat completion, ready for the socket. */
export const completionFrames = {
  role: chunk({ role: 'assistant', content: '' }),
  piece: (content: string): Buffer => chunk({ content }),
  end(tokens: number): Buffer {
    const usage = { prompt_tokens: 1_000, completion_tokens: tokens, total_tokens: 1_000 + tokens };
    const last = { id: 'chatcmpl-paced', object: 'chat.completion.chunk', created: 1, model: 'paced' };
    return Buffer.concat([
      chunk({}, 'stop'),
      frame(JSON.stringify({ ...last, choices: [], usage })),
      frame('[DONE]'),
    ]);
  },
};
