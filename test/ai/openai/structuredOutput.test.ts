import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentRequest, parseDocument, UnfitDocument } from '../../../src/ai/openai/structuredOutput.js';

const schema = z.object({
  title: z.string().min(1).max(40),
  count: z.number(),
  summary: z.array(z.object({ text: z.string(), evidence: z.array(z.string()).min(1) })).min(1),
});
const document = {
  title: 'The "One" {who} starts',
  count: 3,
  summary: [{ text: 'A brace } and a bracket ] in it.', evidence: ['EV-E'] }],
};
const json = JSON.stringify(document);

const decorated: [what: string, text: string][] = [
  ['nothing', json],
  ['blank lines', `\n\n ${json}\n `],
  ['a byte order mark', `\ufeff${json}`],
  ['prose before and after', `Sure! Here it is:\n${json}\nAnything else?`],
  ['prose with braces and quotes', `Sure {as JSON}, it's 5" long:\n${json}\nNo {more}.`],
  ['prose with brackets', `[Note] Here it is: ${json} [end]`],
  ['a fence', `\`\`\`json\n${json}\n\`\`\``],
  ['a fence in capitals with prose', `Here:\n\`\`\`JSON\n${json}\n\`\`\`\nEnjoy!`],
  ['a fence without a language', `\`\`\`\n${json}\n\`\`\``],
  ['a fence that is not closed', `\`\`\`json\n${json}`],
  ['a trailing comma', json.replace(/\}$/, ',}')],
  ['a trailing comma behind prose with braces', `Here {as JSON}: ${json.replace(/\}$/, ',}')} Bye.`],
  ['a trailing comma in a fence', `\`\`\`json\n${json.replace(/\]\}$/, ',]}')}\n\`\`\``],
  ['single quotes', `{'title': 'It', 'count': 3, 'summary': [{'text': 'x', 'evidence': ['EV-E']}]}`],
  ['its name', `{"persona":${json}}`],
  ['its name twice', `{"answer":{"persona":${json}}}`],
  ['an array', `[${json}]`],
  ['an array with its name', `[{"persona":${json}}]`],
  ['one item instead of a list', json.replace('["EV-E"]', '"EV-E"')],
  ['one object instead of a list', json.replace(/"summary":\[(.*)\]\}$/, '"summary":$1}')],
  ['a number as text', json.replace('"count":3', '"count":"3"')],
  ['another object first', `{"note":"see below"}\n${json}`],
  ['prose with a brace that never closes', `Mind the { here: ${json}`],
  ['indentation', JSON.stringify(document, null, 2)],
];

describe('a document in an answer', () => {
  it.each(decorated)('is found behind %s', (_what, text) => {
    const { title, count, summary } = parseDocument(text, schema);
    expect([count, summary[0]?.evidence]).toEqual([3, ['EV-E']]);
    expect(['It', document.title]).toContain(title);
  });

  it.each([
    ['prose alone', 'I would rather not.'],
    ['nothing', ''],
    ['half a document', json.slice(0, 40)],
    ['a list of several', `[${json.slice(0, 20)}, 2, 3]`],
    ['braces that never close', '{'.repeat(2000)],
  ])('is not made up from %s', (_what, text) => {
    expect(() => parseDocument(text, schema)).toThrow(UnfitDocument);
  });

  it('is refused with the fields that are wrong, without quoting the answer', () => {
    const secret = 'x-secret-'.repeat(9);
    const wrong = JSON.stringify({ ...document, title: secret, summary: [{ text: secret }] });
    try {
      parseDocument(wrong, schema);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnfitDocument);
      const { fields, message } = error as UnfitDocument;
      expect(fields.join()).toMatch(/title.*summary\.0\.evidence/);
      expect(`${message} ${fields.join()}`).not.toContain('x-secret');
    }
  });

  it('is found in a long answer of braces in linear time', () => {
    const started = performance.now();
    expect(parseDocument(`${'{a} '.repeat(20_000)}${json}`, schema).count).toBe(3);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('the request for a document', () => {
  const request = { system: 'Write.', schema, name: 'persona' };
  const sent = (format: 'json_schema' | 'loose_schema' | 'json_object' | 'words', isSpelledOut = false) =>
    documentRequest(request, { format, isSpelledOut });

  it('asks for less from step to step, and writes into the prompt what the protocol no longer carries', () => {
    const [strict, loose, object, words] = [
      sent('json_schema'),
      sent('loose_schema'),
      sent('json_object'),
      sent('words'),
    ].map((one) => JSON.stringify(one));
    expect(strict).toMatch(/minItems/);
    expect(strict).not.toMatch(/maxLength/);
    expect(loose).not.toMatch(/minItems|maxLength/);
    for (const text of [strict, loose]) expect(text).not.toContain('JSON Schema');
    for (const text of [object, words]) expect(text).toMatch(/JSON Schema.*maxLength/);
    expect(object).toContain('"response_format":{"type":"json_object"}');
    expect(words).not.toContain('response_format');
  });

  it('spells the schema out on request beside the protocol', () => {
    expect(sent('json_schema', true).system).toContain('JSON Schema');
  });
});
