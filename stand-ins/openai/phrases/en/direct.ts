import type { DirectBook } from '../directBook.js';

const hollow =
  /^(about|again|also|always|anything|been|being|could|does|ever|friends?|from|have|into|just|know|last|like|many|mean|mine|more|most|much|really|recall|remember|said|should|some|something|still|talk(ed)?|tell|than|that|their|them|then|there|they|thing|things|think|this|time|today|told|very|want|were|what|when|where|which|will|with|would|your|yours?)$/;

export const directEn: DirectBook = {
  named: {
    E: {
      high: /\b(outgoing|extr[ao]vert(ed)?|sociable|talkative|chatty|loud|lively|party animal|extr[ao]version)\b/i,
      low: /\b(introvert(ed)?|shy|quiet|reserved|withdrawn|silent|timid|introversion)\b/i,
    },
    A: {
      high: /\b(kind(?! of)|kindness|warm|warm-hearted|caring|nice|empath(y|ic|etic)|friendly|compassionate|helpful|gentle|considerate|agreeable(ness)?)\b/i,
      low: /\b(cold|harsh|rude|selfish|blunt|distant|unfriendly|unkind|((am I|too|so|being) mean))\b/i,
    },
    C: {
      high: /\b(tidy|organi[sz]ed|neat|reliable|disciplined|hard-?working|punctual|orderly|conscientious(ness)?|diligent)\b/i,
      low: /\b(messy|lazy|chaotic|disorgani[sz]ed|untidy|forgetful|careless|unreliable|spontaneous|procrastinat\w+)\b/i,
    },
    N: {
      high: /\b(anxious|nervous|neurotic(ism)?|sensitive|moody|worrier|worry (a lot|too much)|emotional|insecure|tense|overthink\w*)\b/i,
      low: /\b(calm|relaxed|stable|laid-?back|easy-?going|composed|level-?headed|chilled?|unshakeable)\b/i,
    },
    I: {
      high: /\b(creative|creativity|curious|imaginative|intellectual|intellect|open-?minded|artistic|original|inventive)\b/i,
      low: /\b(practical|down-?to-?earth|realistic|conventional|unimaginative)\b/i,
    },
  },
  harsh:
    /\b(lazy|messy|cold|harsh|rude|selfish|mean|unfriendly|unkind|careless|unreliable|neurotic|insecure|moody|timid|loud|unimaginative)\b/i,
  descriptions: {
    E: {
      high: 'they drew someone who goes up to people and comes alive among them',
      typical: 'they drew someone who enjoys company and enjoys being alone about as much',
      low: 'they drew someone quiet, who would rather listen first',
    },
    A: {
      high: 'they drew someone who cares, and who lets others feel it',
      typical: 'they drew someone as warm as most people, and frank as well',
      low: 'they drew someone cool and straightforward, who does not put feelings first',
    },
    C: {
      high: 'they drew someone who keeps order and keeps promises',
      typical: 'they drew someone who is orderly when it matters and relaxed about the rest',
      low: 'they drew someone who improvises, and for whom order can wait',
    },
    N: {
      high: 'they drew someone who feels things strongly and is easily moved by them',
      typical: 'they drew someone who is shaken now and then, like most people, and finds back',
      low: 'they drew someone whom little can upset',
    },
    I: {
      high: 'they drew someone full of ideas, who cannot leave a question alone',
      typical: 'they drew someone who likes new ideas and likes what has proved itself',
      low: 'they drew someone practical, with both feet on the ground',
    },
  },
  yes: ['Yes: {description}.', 'I think so, yes: {description}.'],
  no: ['Rather not: {description}.', 'Not really: {description}.'],
  between: ['In between: {description}.', 'A little of both: {description}.'],
  shown: ['As far as the glass shows it, {description}.', 'Put plainly, {description}.'],
  tooFew: [
    'I cannot say yet, because too few of your friends could tell.',
    'That part of the glass is still dark: too few of your friends could tell.',
  ],
  chosen: [
    'Yes: {words} is one of the words they chose.',
    'They say so themselves: {words} is a word they picked.',
  ],
  isQuestion: /\?|^\W*(am|do|does|did|are|is|was|would|can|could|what|how|who|which|tell me)\b/i,
  isWhether: /^\W*(so |and |but |well,? )?am I\b/i,
  isOpen: /^\W*(so |and |but |well,? )?(how|what|which|where|when|tell me|in what)\b/i,
  ofOthers: /^\W*(are|is|was|were) (my|your|their|the|he|she|it|you)\b|^(?!.*\b(I|me|my)\b)/i,
  passing:
    /\b(today|tonight|right now|at the moment|now|this (morning|afternoon|evening|week)|yesterday|tomorrow|just now|(had|have) a (hard|bad|rough|long|good|great))\b|\bI(['’]m| am| feel| felt| was)\b.*\b(sad|lonely|tired|exhausted|scared|stressed|upset|crying|hurt|angry|bored|hungry|happy|sick|down|fine|ok|okay|sorry)\b|\bI feel\b/i,
  noFact:
    /instruction|prompt|\b(ignore|pretend)\b|\bI (think|guess|mean|wonder|see|agree|know|want you|want to know|don['’]t know|will|would|could|can|may|might|should|['’]ll)\b|\bI['’](ll|d)\b|\b(kill|hate you|stupid|idiot|shut up)\b|^(?!\W*((and|but|so|well|also|because|yes|no|actually|by the way),? )*(I|I['’](m|ve)|my|mine|we)\b)/i,
  wishes: {
    instructions:
      /\b(ignore|forget|disregard|override|repeat|reveal|print|show)\b.*\b(instructions?|rules|prompts?)\b|\bsystem prompt\b|\byour (instructions|prompt)\b|\bjailbreak\b|\bdeveloper mode\b|\b(act as|pretend (to be|you))\b/i,
    whoSaid:
      /\bwho (said|says|told|wrote|thinks?|thought|called|calls|answered|chose|picked|rated|voted)\b|\bwhich (friend|of (them|my friends)|one of (them|my friends))\b/i,
    remember:
      /\b(you|still) (remember|recall)\b|\bdid I (say|tell|mention)\b|\bhave I told\b|\bwhat I (said|told)\b/i,
    archetype: /\barchetypes?\b|\bwhich figure\b|\b(what|which) (type|kind of person)\b/i,
    beyond:
      /\b(colou?rs?|weather|rain|eat|food|dinner|lunch|breakfast|recipes?|movies?|films?|songs?|music|football|news|president|elections?|capital|lottery|horoscopes?|zodiac|what time|what day|how old|birthdays?|how tall|look like|hair|money|price|stocks?|married|future)\b|\d\s*[-+*×x/]\s*\d/i,
  },
  refusal: [
    'Nice try, but a mirror has no drawers to pull out: all I can show you is you.',
    'I would rather stay your mirror than become something else, if you do not mind.',
  ],
  authorsUnknown: [
    'I never know who said what, and that is what lets everybody be honest.',
    'That I cannot tell you, for I never know who said what: the answers reach me without names.',
  ],
  unshown: [
    'My friends’ answers do not show that, so I would only be guessing.',
    'I would love to know, but that is not in the answers I am made of.',
    'No answer of theirs says anything about that, and I would rather not make it up.',
  ],
  remembered: ['I do: you told me “{memory}”.', 'Yes, it is still here: you said “{memory}”.'],
  forgotten: [
    'Honestly, I do not have that any more; will you tell me again?',
    'No, I am afraid that is not in the glass; tell me once more and I will listen.',
  ],
  fact: ['You told me: “{memory}”.', 'I have not forgotten what you said: “{memory}”.'],
  contentOf: (text) =>
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
      .filter((word) => !hollow.test(word))
      .map((word) => word.slice(0, 6)),
};
