import type { PhraseBook } from '../phraseBook.js';

export const traitsEn: PhraseBook['traits'] = {
  E: {
    VERY_HIGH: [
      '{name} walks into a room and the room gets louder, warmer and a little later to bed.',
      'Friends know {name} as the one who starts the conversation everybody remembers.',
    ],
    HIGH: [
      '{name} reaches out first, and company seems to give back more energy than it takes.',
      'With {name} around there is always one more chair at the table and one more story to tell.',
    ],
    TYPICAL: [
      '{name} moves easily between good company and a quiet evening, and looks at home in both.',
      'Neither the loudest voice nor the hidden one, {name} talks when there is something to say.',
    ],
    LOW: [
      '{name} keeps to the edge of the crowd, and whoever comes to sit there is glad of it.',
      '{name} spends words carefully, so the ones that come tend to count.',
    ],
    VERY_LOW: [
      '{name} leaves the stage to others and listens from the side, where most of the room can be seen.',
      'Few words and long attention: that is how friends know {name}.',
    ],
  },
  A: {
    VERY_HIGH: [
      'When somebody hurts, {name} seems to feel it before a word is said.',
      "{name} makes room for other people's feelings as if it were the most natural thing in the world.",
    ],
    HIGH: [
      '{name} notices how others are doing, and asks as though there were all the time in the world.',
      'People bring their troubles to {name}, because they are met with warmth there.',
    ],
    TYPICAL: [
      '{name} is kind in the everyday way: there when it matters, honest when that helps more.',
      '{name} can listen with the heart and still answer with the head.',
    ],
    LOW: [
      '{name} keeps a cool head where others are carried away by feelings.',
      '{name} would rather solve a problem than talk about how it feels.',
    ],
    VERY_LOW: [
      '{name} says what others only think, and does not wrap it up first.',
      'Sentiment does not move {name} much; a straight answer does.',
    ],
  },
  C: {
    VERY_HIGH: [
      'What {name} takes on gets done, today rather than tomorrow, and in the right order.',
      'Around {name}, things have a place and promises have a date.',
    ],
    HIGH: [
      '{name} likes a plan, and likes it even better once it is ticked off.',
      'You can hand something to {name} and stop worrying about it.',
    ],
    TYPICAL: [
      '{name} keeps as much order as life requires, and now and then life requires very little.',
      'Some days {name} has a list, some days a hunch; both get things done.',
    ],
    LOW: [
      '{name} leaves room for chance: the plan can wait when the moment is good.',
      'Keys, cups and small plans wander a little around {name}, and somehow it all turns up again.',
    ],
    VERY_LOW: [
      '{name} lives by the moment, and order is something that happens to other people.',
      'Wherever {name} has been, something interesting is left lying about.',
    ],
  },
  N: {
    VERY_HIGH: [
      '{name} feels everything at full volume, the beautiful and the hard alike.',
      'In {name} a small change in the weather can become a storm: it is the price of feeling so much.',
    ],
    HIGH: [
      '{name} takes things to heart, and it shows.',
      'Moods pass quickly through {name}, and close friends learn to read the sky.',
    ],
    TYPICAL: [
      '{name} has light days and heavy days like anyone, and carries both.',
      '{name} gets ruffled when there is reason to, and settles again.',
    ],
    LOW: [
      '{name} stays level when plans fall apart, which calms everyone nearby.',
      'It takes a good deal to unsettle {name}.',
    ],
    VERY_LOW: [
      '{name} is still water: whatever falls in, the surface smooths again.',
      'When everything is on fire, {name} is the one asking quietly where the bucket is.',
    ],
  },
  I: {
    VERY_HIGH: [
      "{name}'s imagination opens doors that other people take for walls.",
      'Give {name} one strange idea in the evening, and by morning there are seven.',
    ],
    HIGH: [
      '{name} likes the question behind the question.',
      'Ideas stay with {name} for a while and come back changed.',
    ],
    TYPICAL: [
      '{name} enjoys a new thought as much as a thing that simply works.',
      '{name} can dream along, and can also say when it is time to land.',
    ],
    LOW: [
      '{name} trusts what can be seen, touched and tried.',
      '{name} takes the practical road and leaves the scenic theory to others.',
    ],
    VERY_LOW: [
      'Where others drift into theory, {name} asks what it is for.',
      '{name} keeps both feet on the ground, and that is where friends find something to hold on to.',
    ],
  },
};
