import type { PhraseBook } from '../phraseBook.js';
import { traitsEn } from './traits.js';

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const english: PhraseBook = {
  traits: traitsEn,
  split: {
    E: 'Here the friends disagree: some meet a {name} who fills the room, others one who hardly speaks in it.',
    A: 'Friends saw two sides here: to some {name} is all warmth, to others rather cool.',
    C: 'Opinions differ on order: some know a {name} with a plan, others one who improvises.',
    N: 'Some friends see calm in {name} and others see waves; perhaps not everyone is shown both.',
    I: 'For some friends {name} is a dreamer, for others a practical mind, and the mirror keeps both.',
  },
  words: {
    one: ['One word comes up more than any other when friends think of {name}: {words}.'],
    several: [
      'The words friends pick most for {name} are {words}.',
      'Asked for a few words about {name}, friends reach for {words}.',
      'If {name} were a short list, it would read {words}.',
    ],
  },
  quote: [
    'Several friends wrote this, in other words: {quote}',
    'Put together from what friends wrote freely: {quote}',
  ],
  ownAccount: {
    opening: [
      "Practice: nobody else has answered yet, so this is {name} by {name}'s own account.",
      "By {name}'s own account, and so far by no other: a practice sketch.",
    ],
    words: {
      one: ['Asked for one word, {name} picks {words}.'],
      several: [
        'Asked for a few words, {name} picks {words}.',
        'In a short list of their own, {name} reads {words}.',
      ],
    },
    introduction: [
      "I'm {name} by your own account: a practice mirror, for nobody else has answered yet.",
      'So far I am made of your own answers alone, a practice sketch of {name}.',
    ],
    topWord: ['You picked {top} for yourself. Shall we see how it fits?', 'You say {top}. Let us find out.'],
  },
  closing: {
    PROTECTOR:
      'Put together, a protector looks back: someone to stand behind when the wind turns, with something of {runnerUp} at the edges.',
    SAGE: 'Put together, a sage looks back: someone who looks twice and speaks once, with something of {runnerUp} at the edges.',
    REBEL:
      'Put together, a rebel looks back: someone who asks why before walking on, with something of {runnerUp} at the edges.',
    ARTIST:
      'Put together, an artist looks back: someone who makes feelings visible, with something of {runnerUp} at the edges.',
    CAREGIVER:
      'Put together, a caregiver looks back: someone near whom others put their bags down, with something of {runnerUp} at the edges.',
    MYSTIC:
      'Put together, a mystic looks back: someone with more rooms inside than one visit can show, with something of {runnerUp} at the edges.',
    LEADER:
      'Put together, a leader looks back: someone others turn to when a thing has to begin, with something of {runnerUp} at the edges.',
    TRICKSTER:
      'Put together, a trickster winks from the glass: someone who finds another way out and the joke on the way, with something of {runnerUp} at the edges.',
  },
  archetypeNames: {
    PROTECTOR: 'the protector',
    SAGE: 'the sage',
    REBEL: 'the rebel',
    ARTIST: 'the artist',
    CAREGIVER: 'the caregiver',
    MYSTIC: 'the mystic',
    LEADER: 'the leader',
    TRICKSTER: 'the trickster',
  },
  title: 'The {adjective} {noun}',
  adjectives: {
    E: { high: ['Bright-Voiced', 'Wide-Open'], low: ['Quiet', 'Soft-Footed'] },
    A: { high: ['Warm-Handed', 'Gentle'], low: ['Clear-Eyed', 'Straight-Talking'] },
    C: { high: ['Steadfast', 'Promise-Keeping'], low: ['Free-Roaming', 'Unhurried'] },
    N: { high: ['Deep-Feeling', 'Storm-Lit'], low: ['Unshaken', 'Still-Water'] },
    I: { high: ['Far-Dreaming', 'Many-Doored'], low: ['Earthbound', 'Plain-Spoken'] },
    balanced: ['Evenly Lit', 'Many-Sided'],
  },
  nouns: {
    PROTECTOR: ['Lighthouse', 'Shelter'],
    SAGE: ['Compass', 'Lantern'],
    REBEL: ['Firebrand', 'Open Road'],
    ARTIST: ['Prism', 'Kaleidoscope'],
    CAREGIVER: ['Hearth', 'Harbour'],
    MYSTIC: ['Moon-Well', 'Hidden Garden'],
    LEADER: ['North Star', 'Vanguard'],
    TRICKSTER: ['Fox', 'Wild Card'],
  },
  hello: {
    high: ['Hey, there you are!', 'Come in, come in!'],
    low: ['Hello. Take your time.', 'Oh, hello.'],
  },
  introduction: {
    sketch: [
      "I'm {name}, as {friends} see me so far: a first sketch, still drying.",
      'So far {friends} have drawn me, so think of me as a first sketch of {name}.',
    ],
    known: [
      "I'm {name} the way {friends} see me.",
      'I am what {friends} see when they look at {name}: a reflection, lit by other people.',
    ],
  },
  topWord: [
    'The word they chose most for me was {top}, and I am still getting used to it.',
    'They say {top}. Let us find out.',
  ],
  invitation: {
    E: { high: ['Tell me who you met today.'], low: ["Sit down; we don't have to talk right away."] },
    A: { high: ['How are you, really?'], low: ["Ask me something straight and I'll answer straight."] },
    C: { high: ["Where shall we begin? I've made a list."], low: ['No plan today? Perfect.'] },
    N: {
      high: ['There may be a few clouds in me today, but I am listening.'],
      low: ['Whatever it is, there is no rush.'],
    },
    I: {
      high: ["Shall we talk about something that doesn't exist yet?"],
      low: ["Let's talk about something real."],
    },
  },
  register: {
    openWarm: 'lively and affectionate, quick to laugh',
    openDirect: 'lively and direct, quick to the point',
    quietWarm: 'soft and unhurried, with a lot of listening',
    quietDirect: 'sparing and dry, never a word too many',
  },
  habit: {
    E: { high: 'brings everyone into the sentence', low: 'leaves pauses and lets them be' },
    A: { high: 'asks back before answering', low: 'gets to the point before the small talk' },
    C: { high: 'sums up at the end', low: 'changes the subject halfway and comes back later' },
    N: { high: 'says how it feels before what it is', low: 'meets alarm with a calm "all right"' },
    I: { high: 'reaches for odd comparisons', low: 'gives an example instead of a theory' },
  },
  sample: {
    PROTECTOR: "Go on ahead, I'll be right behind you.",
    SAGE: "Let's look at it once more, from the other side.",
    REBEL: 'Says who?',
    ARTIST: 'Look at the light on that, just for a second.',
    CAREGIVER: 'Have you eaten yet?',
    MYSTIC: "I had a feeling you'd ask that.",
    LEADER: "Right, who's with me?",
    TRICKSTER: "I have an idea, and you're going to pretend to hate it.",
  },
  smallTalk: [
    'I am here, and listening. Tell me a little more?',
    'Let me turn that over in the light for a moment. What made you think of it?',
  ],
  friends: (count) => `${numerals[count] ?? count} ${count === 1 ? 'friend' : 'friends'}`,
  list: (words) => {
    const quoted = words.map((word) => `“${word}”`);
    return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
  },
};
