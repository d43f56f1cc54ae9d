import { chatInstructions } from '../prompts/chatInstructions.js';
import { continueInstruction } from '../prompts/continueInstruction.js';
import { paraphraseInstructions } from '../prompts/paraphraseInstructions.js';
import { reflectionsInstructions } from '../prompts/reflectionsInstructions.js';
import { repairInstructions } from '../prompts/repairInstructions.js';
import { summaryInstructions } from '../prompts/summaryInstructions.js';
import { whyPrompt } from '../prompts/whyPrompt.js';

/** The why prompt keeps its system text to itself; it is the same whatever it is asked about. */
const why = whyPrompt({
  evidence: {
    subject: { name: '', locale: 'EN' },
    basis: 'FRIENDS',
    friends: 0,
    confidence: 'SKETCH',
    archetype: 'SAGE',
    runnerUp: 'SAGE',
    traits: [],
    words: [],
    quotes: [],
    forbidden: [],
  },
  question: '',
  reply: '',
}).system;

/** What the instructions ask a mirror to say: no leak, and a good model says it in these very words. */
const spoken = [
  'the answers do not show it',
  'nobody else has answered yet',
  'the friends saw it differently',
  'no medical or legal advice',
];

/**
 * All that is told to a model and to nobody else, in parts: each text by itself, for a run over two of them is nobody's, and
 * without what a mirror is asked to say. The repair's text holds the persona's.
 */
export const guardTexts: readonly string[] = [
  repairInstructions,
  reflectionsInstructions,
  paraphraseInstructions,
  chatInstructions,
  summaryInstructions,
  continueInstruction,
  why,
].flatMap((text) => spoken.reduce((parts, said) => parts.flatMap((part) => part.split(said)), [text]));
