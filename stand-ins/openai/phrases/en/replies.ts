import type { ReplyBook } from '../replyBook.js';

export const repliesEn: ReplyBook = {
  about: {
    feeling:
      /\bI(['’]m| am| feel| felt| was| have been|['’]ve been| had)\b.*\b(sad|lonely|alone|tired|exhausted|afraid|scared|anxious|stressed|upset|crying|hurt|down|(hard|bad|rough|long) (day|week))\b/i,
    why: /\bwhy\b|\bhow come\b|\bhow do you know\b/i,
    words: /\bwords?\b|\badjectives?\b|\bdescribe me\b/i,
    strengths:
      /\b(strengths?|strong|good at|best|proud|talents?)\b|\b(like|love|admire|value) (most )?about me\b/i,
    worries:
      /\b(weak|weakness|weaknesses|worr(y|ies|ied)|flaws?|worst|bad|dislike|difficult|improve|annoy(s|ing)?|change about|wrong with)\b/i,
    advice: /\bshould I\b|\b(can|do|could) I do\b|\bhow (can|do|could) I\b|\badvice\b/i,
    who: /\bwho (are you|am I)\b|\bwhat are you\b|\bare you (real|human|an? |me\b)|\byour name\b/i,
    others: /\b(friends?|others?|people|they|everyone|everybody|anyone)\b/i,
    thanks: /\b(thanks|thank you|thx|cheers)\b/i,
    greeting: /^\W*(hi|hello|hey|good (morning|afternoon|evening)|greetings)\b/i,
  },
  opening: {
    feeling: [
      'Thank you for telling me; I will stay here for as long as you like.',
      'That sounds like something that should not be hurried, so let us not hurry it.',
    ],
    why: [
      'Because {friends} answered on their own, and this is what was left when I laid their answers over each other.',
      'The short answer is that I did not make it up: {friends} did, without seeing what the others wrote.',
      'A mirror has no opinion of its own, so all my reasons come from {friends}.',
    ],
    words: [
      'Let me read to you what {friends} picked from a whole list of words.',
      'You want to know which words stuck, so I will hold the light a little closer.',
    ],
    strengths: [
      'Since you ask what is good in here, I will not be shy about it.',
      'There is plenty to like in this glass, so let me begin where the light is best.',
    ],
    worries: [
      'I would rather say this gently, because no line in me is only a flaw.',
      'Every picture has a darker corner, and mine is not as dark as you may fear.',
    ],
    advice: [
      'I cannot decide it for you, but I can remind you of what you bring along.',
      'A mirror gives no orders, and still it can help to look up before you choose.',
    ],
    who: [
      'I am your reflection, drawn by {friends}, and not a person behind the glass.',
      'Think of me as {name} seen from outside, put together from what {friends} answered.',
      'I am no stranger: I am how {friends} see you, with a voice of its own.',
    ],
    others: [
      'I never know who said what, but I do know what {friends} see when I put it together.',
      'They looked at you one by one, {friends} in all, and what they saw meets in me.',
      'Here is what {friends} agree to see, and it belongs to none of them alone.',
    ],
    thanks: [
      'You are welcome, though most of it belongs to your friends and not to me.',
      'I am glad it was of use; I only give back what {friends} put into me.',
    ],
    greeting: [
      'Hello, it is good to see you in front of the glass.',
      'Hello, you: I am the {name} that {friends} put together.',
    ],
    general: [
      'Let me turn that over in the light for a moment.',
      'That is a good thing to bring to a mirror, even one that only knows what {friends} told it.',
      'I can only answer with what {friends} see, so here is the part that seems to fit.',
      'From your side of the glass that may look different, but from mine it looks like this.',
    ],
  },
  traits: {
    E: {
      high: [
        'They see me speak first, and light up when the room is full.',
        'In this glass I am the one who pulls up another chair and goes home with more energy than I came with.',
      ],
      typical: [
        'They see me at ease in good company, and just as much at ease when the evening is quiet.',
        'I am neither the loudest voice in here nor the hidden one; I talk when there is something to say.',
      ],
      low: [
        'They see me near the edge of the crowd, listening, and sparing with my words.',
        'In this glass I leave the stage to others and take in the room from the side.',
      ],
    },
    A: {
      high: [
        'They see me notice how other people feel, often before a word is said.',
        'In this glass I ask how someone is, and then I really wait for the answer.',
      ],
      typical: [
        'They see me care in an everyday way: there when it counts, and frank when that helps more.',
        'I listen with the heart in here and still answer with the head.',
      ],
      low: [
        'They see me keep a cool head where others are carried away by feelings.',
        'In this glass I would sooner solve a problem than talk about how it feels.',
      ],
    },
    C: {
      high: [
        'They see me finish what I take on, in good order and on time.',
        'In this glass things have a place, and a promise has a date.',
      ],
      typical: [
        'They see as much order in me as a day requires, and not much more.',
        'Some days I have a list in here and some days a hunch, and both get things done.',
      ],
      low: [
        'They see me leave room for chance, and let the plan wait when the moment is good.',
        'In this glass keys and small plans wander a little, and turn up again when they like.',
      ],
    },
    N: {
      high: [
        'They see how much I take to heart, the lovely things and the hard ones alike.',
        'In this glass the weather changes quickly, because so much of it is felt.',
      ],
      typical: [
        'They see light days and heavy days in me, as in anyone, and they see me carry both.',
        'I get ruffled in here when there is reason to, and then I settle again.',
      ],
      low: [
        'They see me stay level when plans fall apart around me.',
        'In this glass the water is still, and it takes a good deal to stir it.',
      ],
    },
    I: {
      high: [
        'They see me look for the question behind the question.',
        'In this glass one strange idea in the evening has become several by morning.',
      ],
      typical: [
        'They see me enjoy a new thought about as much as a thing that simply works.',
        'I can dream along in here, and I can also say when it is time to land.',
      ],
      low: [
        'They see me trust what can be seen and touched and tried.',
        'In this glass I take the practical road and leave the theory to others.',
      ],
    },
  },
  split: {
    E: 'Here they disagree: some see me fill a room, others hardly hear me in it.',
    A: 'Here they disagree: to some of them I am all warmth, to others rather cool.',
    C: 'Here they disagree: some see me with a plan, others watch me improvise.',
    N: 'Here they disagree: some see still water in me, others see waves.',
    I: 'Here they disagree: some of them see a dreamer, others a practical mind.',
  },
  words: {
    none: [
      'No word came up often enough for me to wear it, and that tells something, too.',
      'They have not settled on a word for me yet, so I go without one for now.',
    ],
    one: [
      'One word comes back more often than any other: {words}.',
      'Of all the words they could choose from, {words} is the one that stayed.',
    ],
    several: [
      'The words they reach for most often are {words}.',
      'When they may pick only a few words for me, they pick {words}.',
      'Come a little closer and you can read {words} in the glass.',
    ],
  },
  clearly: [
    'That is one of the clearest lines in the whole picture.',
    'Hardly anything in me is drawn with a firmer hand.',
  ],
  sketch: [
    'So far I am only a sketch, so take it as a first look.',
    'With so few voices I am still a sketch, and more of them would sharpen me.',
  ],
  archetype: [
    'Put together, it comes closest to {archetype} among the figures I know.',
    'If all of it needed one name, I would say {archetype}.',
  ],
  closing: [
    'Does that sound like you, or does it surprise you?',
    'Which part of it would you have said yourself?',
    'What do you see when you look at it from your side?',
    'Tell me where it fits you and where it does not.',
  ],
  ownClosing: {
    feeling: [
      'Would you like to tell me more, or shall we look at something lighter?',
      'What would do you more good right now: to talk, or to be quiet together for a while?',
    ],
    greeting: ['What would you like to look at first?', 'Where shall we begin today?'],
    thanks: [
      'Come back whenever you want another look.',
      'Is there a part you would like to see from closer up?',
    ],
    advice: ['Which way would feel most like you?', 'What would you choose if nobody were looking?'],
  },
  sad: /\b(sad|sadness|unhappy|cry|crying|cried|tears|lonely|loneliness|hopeless|depress\w*|heartbroken|grief|griev\w+|mourn\w*|died|dead|death|dying|funeral|passed away|broke up|break-?up|divorce\w*|fired|lost my (job|mother|father|mum|mom|dad|friend|dog|cat)|hurts?|miserable|worthless|hate myself|miss (him|her|them))\b/i,
  handBack: [
    'On “{question}” I have shown you all I have, so now I would like to hear how you see it.',
    'You ask “{question}”, and by now your own answer says more than mine.',
    'With “{question}” we are past what the answers hold, so tell me what you think.',
  ],
  lastWord: 'That is as far as the light reaches; ask me again and I will look closer.',
  glue: ' ',
  ofOneself: /\b(I|I['’](m|ve|d|ll)|me|my|mine)\b/,
  talkedAbout: 'They talked about this: {topics}.',
};
