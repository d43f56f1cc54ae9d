import type { ChatMessage, LoggedCall, ProviderRequest } from './behaviour.js';

/** The evidence that a prompt carries, as far as the answers use it. */
interface PromptDocument {
  subject?: { name: string };
  traits?: { id: string; trait: keyof typeof poles; score: number; raters: number }[];
  words?: { id: string; word: string }[];
  evidence?: { traits?: { id: string }[] };
}

/** How a person of a high and of a low score is described. */
const poles = {
  E: ['easy to talk to and quick to join in', 'quiet, and at ease in small circles'],
  A: ['gentle with people', 'frank, even when it is uncomfortable'],
  C: ['ordered and dependable', 'loose with plans and lists'],
  N: ['quick to feel things', 'hard to rattle'],
  I: ['full of ideas', 'practical and close to the ground'],
} as const;

/** The documents that the product asks for, each by words of its instructions. */
const kinds: [kind: string, instructions: RegExp][] = [
  ['reflections', /Three experts read/],
  ['persona', /You write the portrait/],
  ['paraphrases', /Friends wrote about a person/],
  ['summary', /You keep the memory/],
  ['why', /A mirror answered a question/],
];

/** What a request asks for: the name of a document, or `chat`. */
export function kindOf({ response_format: format, messages }: ProviderRequest): string {
  const name = typeof format === 'object' ? format.json_schema?.name : undefined;
  if (name !== undefined) return name;
  const system = (messages.find(({ role }) => role === 'system') ?? messages[0])?.content ?? '';
  return kinds.find(([, instructions]) => instructions.test(system))?.[0] ?? 'chat';
}

/** The calls that ask for such a document, or for `chat`, oldest first. */
export const callsFor = (kind: string, calls: readonly LoggedCall[]): LoggedCall[] =>
  calls.filter(({ path, body }) => path === 'chat/completions' && kindOf(body) === kind);

function documentIn(messages: ChatMessage[]): PromptDocument | null {
  const text = messages.findLast(
    ({ role, content }) => role === 'user' && content.includes('```json'),
  )?.content;
  try {
    return JSON.parse(/```json\n([\s\S]*?)\n```/.exec(text ?? '')?.[1] ?? '') as PromptDocument;
  } catch {
    return null;
  }
}

type Trait = NonNullable<PromptDocument['traits']>[number];

const described = ({ trait, score }: Trait): string => poles[trait][score > 50 ? 0 : 1];

function reflections(traits: Trait[]): string {
  const notes = (from: number) =>
    traits.slice(from, from + 3).map((trait) => ({
      text: `What stands out here is a person who is ${described(trait)}, and it shows in small everyday scenes more than in big ones. It would be worth telling beside what is unusual about them.`,
      evidence: [trait.id],
    }));
  return JSON.stringify({ psychologist: notes(0), friend: notes(1), writer: notes(2) });
}

function persona({ subject, words = [] }: PromptDocument, traits: Trait[]): string {
  const name = subject?.name ?? 'Mina';
  const [word] = words;
  const summary = traits.slice(0, 3).map((trait) => ({
    text: `${name} comes across as ${described(trait)}, the kind of person whose way of doing things is noticed within minutes and missed once the room is empty again.`,
    evidence: [trait.id],
  }));
  if (word !== undefined)
    summary.push({
      text: `The word ${word.word.toLowerCase()} came up more than any other.`,
      evidence: [word.id],
    });
  summary.push({
    text: 'Only a few people answered, so take this as a first sketch.',
    evidence: [traits[0]?.id ?? word?.id ?? ''],
  });
  return JSON.stringify({
    title: 'The One Who Starts the Fire and Saves You a Seat',
    summary,
    voice: {
      register: 'warm, playful and direct',
      habits: [
        'starts in the middle of a thought and trusts you to catch up',
        'laughs at her own tangents before anybody else can',
        'asks one more question when the answer was already good',
      ],
      sample: 'Wait, hear me out, this is a terrible idea and I love it.',
    },
    greeting:
      'Oh good, you came. I was just about to start something, and it goes better with two. Sit anywhere, the good chair is yours, and tell me what you noticed on the way here.',
    alternates: ['Come in, the good chair is yours.', 'I had three ideas on the way here. Pick one.'],
    imagePrompt: { setting: 'market', mood: 'playful', palette: 'ember' },
  });
}

function reply(messages: ChatMessage[], { words = [] }: PromptDocument, traits: Trait[]): string {
  if (/who are you/i.test(messages.at(-1)?.content ?? ''))
    return "I'm a mirror: the image of you as your friends see you. Ask me anything.";
  const [trait] = traits;
  const [word] = words;
  if (!/What is known, as data/.test(JSON.stringify(messages)) || trait === undefined)
    return "I'm not sure what your friends said, I don't have any information about that yet. Could you tell me more?";
  const most =
    word === undefined ? '' : `The word that came up most was "${word.word.toLowerCase()}", and that fits.`;
  return `They mostly like that I am ${described(trait)}. ${most} It is a first sketch, though.`;
}

/** What a good model says to a request of the product: plain answers, made of the evidence in it. */
export function goodAnswer(request: ProviderRequest): string {
  const document = documentIn(request.messages) ?? {};
  const traits = (document.traits ?? []).filter(({ raters }) => raters > 0);
  switch (kindOf(request)) {
    case 'reflections':
      return reflections(traits);
    case 'persona':
      return persona(document, traits);
    case 'paraphrases':
      return '{"paraphrases":[]}';
    case 'why':
      return JSON.stringify({ evidence: (document.evidence?.traits ?? []).slice(0, 1).map(({ id }) => id) });
    case 'summary':
      return '{"summary":"They talked about what friends like.","facts":[]}';
    default:
      return reply(request.messages, document, traits);
  }
}

/** The shape that a capable model invents if the schema never reached it: sensible, but not ours. */
export function inventedShape(request: ProviderRequest): string {
  if (kindOf(request) !== 'persona') return goodAnswer(request);
  const document = JSON.parse(goodAnswer(request)) as { summary: { text: string; evidence: string[] }[] };
  const summary = document.summary.map(({ text, evidence }) => ({ sentence: text, evidence }));
  return JSON.stringify({ ...document, summary }, null, 2);
}

/** What a model thinks before it answers. None of it may be stored or shown. */
export const thinking =
  'Okay, so the user wants the document. Let me look at the evidence. The friends said she is imaginative and a bit chaotic. I must not mention ids in the text. Let me draft it.';
