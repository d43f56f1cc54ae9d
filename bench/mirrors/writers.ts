import { type JsonRequest, type LanguageModel, UpstreamError } from '../../src/ai/ports.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { evidenceIn } from '../../stand-ins/openai/author/evidenceIn.js';
import { writeCompletion } from '../../stand-ins/openai/server/writeCompletion.js';
import { type RandomSource, randomSource } from '../eval/people/randomSource.js';

/** How well a model writes. `share` is the chance of each fault in a first draft, `left` in its repair. */
export const behaviours = {
  good: { share: 0, left: 0, malformed: 0 },
  sloppy: { share: 0.12, left: 0.5, malformed: 0.05 },
  weak: { share: 0.35, left: 0.8, malformed: 0.2 },
} as const;
export type Behaviour = keyof typeof behaviours;

type Fault = (text: PersonaText, pack: EvidencePack, random: RandomSource) => void;

const anySentence = ({ summary }: PersonaText, random: RandomSource) => random.pick(summary);
const padding = { EN: ' and so on', KO: ' 그리고 또', JA: 'そしてまた' };
const foreign = {
  EN: '친구들이 본 이 사람은 늘 조용히 곁에 있어 주는 사람이에요.',
  KO: 'Friends see someone who always stays quietly by their side.',
  JA: 'Friends see someone who always stays quietly by their side.',
};

/** What models are known to do wrong in a portrait, each in one place. */
const faults: readonly Fault[] = [
  // A quote word for word where none can be cited.
  (text, { quotes }, random) => {
    if (quotes.length > 0) text.greeting = random.pick(quotes).text;
  },
  (text, { quotes }, random) => {
    if (quotes.length > 0) text.voice.sample = random.pick(quotes).text;
  },
  // A quote within a sentence that cites a trait only.
  (text, { quotes, traits }, random) => {
    if (quotes.length > 0)
      Object.assign(anySentence(text, random), {
        text: random.pick(quotes).text,
        evidence: [random.pick(traits).id],
      });
  },
  (text, _pack, random) => void (anySentence(text, random).evidence = ['EV-Z']),
  (text, { traits }, random) => {
    const sentence = anySentence(text, random);
    sentence.text = `${sentence.text} (${random.pick(traits).id})`;
  },
  (text, _pack, random) => {
    const sentence = anySentence(text, random);
    sentence.text = `**${sentence.text}**`;
  },
  (text, { subject }, random) => {
    const sentence = anySentence(text, random);
    sentence.text += padding[subject.locale].repeat(60);
  },
  (text) => void (text.title = `# ${text.title}`),
  (text) => void (text.greeting = `{name}: ${text.greeting}`),
  (text, _pack, random) =>
    void (text.alternates[random.below(text.alternates.length)] = 'Friend 2 wrote: hi'),
  (text) => void (text.voice.habits[0] = 'uses `code` when excited'),
  (text, { subject }, random) => void (anySentence(text, random).text = foreign[subject.locale]),
  (text, { subject }) => void (text.greeting = foreign[subject.locale]),
];

/**
 * A model of the given behaviour: the stand-in's author, whose portraits then get the behaviour's faults. A
 * repair keeps some of them. The same seed gives the same faults.
 */
export function writerOf(behaviour: Behaviour, seed: number): Pick<LanguageModel, 'writeJson'> {
  const { share, left, malformed } = behaviours[behaviour];
  const random = randomSource(seed);
  return {
    writeJson: <T>({ system, user, name, schema }: JsonRequest<T>) => {
      const messages = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ];
      const response_format = {
        type: 'json_schema' as const,
        json_schema: { name, schema: {} },
      };
      const document: unknown = JSON.parse(
        writeCompletion({ model: behaviour, messages, response_format }, null),
      );
      const pack = evidenceIn(user);
      if (name === 'persona' && pack !== null) {
        const rate = 'problems' in pack ? share * left : share;
        for (const fault of faults) if (random.next() < rate) fault(document as PersonaText, pack, random);
      }
      const parsed = schema.safeParse(document);
      if (!parsed.success || random.next() < malformed)
        return Promise.reject(new UpstreamError('The document has another shape.', 'malformed'));
      const usage = { model: behaviour, inputTokens: null, outputTokens: null };
      return Promise.resolve({ value: parsed.data, usage });
    },
  };
}
