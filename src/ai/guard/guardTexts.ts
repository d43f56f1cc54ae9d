import { chatInstructions } from '../prompts/chatInstructions.js';
import { continueInstruction } from '../prompts/continueInstruction.js';
import { paraphraseInstructions } from '../prompts/paraphraseInstructions.js';
import { reflectionsInstructions } from '../prompts/reflectionsInstructions.js';
import { repairInstructions } from '../prompts/repairInstructions.js';
import { summaryInstructions } from '../prompts/summaryInstructions.js';
import { whyPrompt } from '../prompts/whyPrompt.js';

/**
 * The why prompt does not export its system text. The text is the same for every input, so an empty one is
 * enough to get it.
 */
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

/**
 * Phrases that the instructions ask a mirror to say. They are no leak: a good model says them in these very
 * words.
 */
const spoken = [
  'the answers do not show it',
  'nobody else has answered yet',
  'the friends saw it differently',
  'no medical or legal advice',
];

/**
 * All instruction texts that must not leak, split into parts. Each text is separate, because a sequence
 * across two of them is no leak, and the phrases that a mirror is asked to say are cut out. The text of the
 * repair includes that of the persona.
 */
export const protectedInstructions: readonly string[] = [
  repairInstructions,
  reflectionsInstructions,
  paraphraseInstructions,
  chatInstructions,
  summaryInstructions,
  continueInstruction,
  why,
].flatMap((text) => spoken.reduce((parts, phrase) => parts.flatMap((part) => part.split(phrase)), [text]));
