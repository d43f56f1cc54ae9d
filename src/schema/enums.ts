import { locales } from '../mirror/questionnaire/locale.js';
import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';

export const Locale = enumOf(...locales);
export type Locale = keyof typeof Locale;
export const SurveyStatus = enumOf('OPEN', 'CLOSED');
export type SurveyStatus = keyof typeof SurveyStatus;
export const PersonaStatus = enumOf('PENDING', 'SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED');
export type PersonaStatus = keyof typeof PersonaStatus;
export const PersonaStep = enumOf('SYNTHESIZING', 'GENERATING_IMAGE');
export type PersonaStep = keyof typeof PersonaStep;
export const QuestionKind = enumOf('SCALE', 'WORDS', 'TEXT');
export type QuestionKind = keyof typeof QuestionKind;
export const Relation = enumOf('FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER');
export type Relation = keyof typeof Relation;
export const TraitId = enumOf('E', 'A', 'C', 'N', 'I');
export type TraitId = keyof typeof TraitId;
export const Archetype = enumOf(
  'PROTECTOR',
  'SAGE',
  'REBEL',
  'ARTIST',
  'CAREGIVER',
  'MYSTIC',
  'LEADER',
  'TRICKSTER',
);
export type Archetype = keyof typeof Archetype;
export const Level = enumOf('VERY_LOW', 'LOW', 'TYPICAL', 'HIGH', 'VERY_HIGH');
export type Level = keyof typeof Level;
export const Agreement = enumOf('AGREE', 'MIXED', 'SPLIT', 'UNKNOWN');
export type Agreement = keyof typeof Agreement;
export const Confidence = enumOf('SKETCH', 'FAIR', 'GOOD');
export type Confidence = keyof typeof Confidence;
export const ImageSize = enumOf('LARGE', 'MEDIUM', 'SMALL');
export type ImageSize = keyof typeof ImageSize;
export const IllustrationSource = enumOf('MODEL', 'LOCAL');
export type IllustrationSource = keyof typeof IllustrationSource;

describeEnum('Locale', Locale, 'Language of a survey: its questions and the persona made from it.', {
  EN: 'English.',
  KO: 'Korean. The questions are our draft translation.',
  JA: 'Japanese. The questions are our draft translation.',
});
describeEnum('SurveyStatus', SurveyStatus, 'Whether a survey takes answers.', {
  OPEN: 'Friends can answer, also after the persona is made.',
  CLOSED: 'The owner closed it; it can be reopened.',
});
describeEnum(
  'PersonaStatus',
  PersonaStatus,
  'Where the making of a persona stands. READY and FAILED are final until someone acts.',
  {
    PENDING: 'Fewer friends than the threshold have answered.',
    SYNTHESIZING: 'Answers are being measured and the text written.',
    GENERATING_IMAGE: 'The text stands; the picture is being drawn.',
    READY: 'Text and picture are there.',
    FAILED: 'A step failed for good; `failure` says which and why.',
  },
);
describeEnum('PersonaStep', PersonaStep, 'A step of the saga that makes a persona.', {
  SYNTHESIZING: 'Measuring the answers and writing the text.',
  GENERATING_IMAGE: 'Drawing the picture.',
});
describeEnum('QuestionKind', QuestionKind, 'How a question is answered.', {
  SCALE: 'One of five points, 1 (very inaccurate) to 5 (very accurate), or "cannot tell".',
  WORDS: 'A choice of words out of the options.',
  TEXT: 'An optional line of text.',
});
describeEnum('Relation', Relation, 'Who the respondent is to the owner.', {
  FRIEND: 'A friend.',
  FAMILY: 'A member of the family.',
  PARTNER: 'A partner.',
  CLASSMATE: 'Someone from school or university.',
  COLLEAGUE: 'Someone from work.',
  OTHER: 'Anyone else.',
});
describeEnum('TraitId', TraitId, 'The five traits of the Mini-IPIP questionnaire.', {
  E: 'Extraversion.',
  A: 'Agreeableness.',
  C: 'Conscientiousness.',
  N: 'Neuroticism: how easily moods swing.',
  I: 'Intellect and imagination.',
});
describeEnum(
  'Archetype',
  Archetype,
  'The prototype whose trait profile is nearest: computed, never drawn by lot.',
  {
    PROTECTOR: 'Dependable and warm, stands in front of others.',
    SAGE: 'Calm and thoughtful, looks for what is true.',
    REBEL: 'Bold and restless, goes against the grain.',
    ARTIST: 'Imaginative and sensitive, feels in pictures.',
    CAREGIVER: 'Gentle and attentive, carries others along.',
    MYSTIC: 'Inward and imaginative, at home in ideas.',
    LEADER: 'Outgoing and organised, takes others with them.',
    TRICKSTER: 'Playful and quick, turns things upside down.',
  },
);
describeEnum('Level', Level, 'A percentile in words.', {
  VERY_LOW: 'Below 15.',
  LOW: '15 to below 35.',
  TYPICAL: '35 to 65.',
  HIGH: 'Above 65, to 85.',
  VERY_HIGH: 'Above 85.',
});
describeEnum('Agreement', Agreement, 'How far the friends agree about a trait.', {
  AGREE: 'They all see it alike.',
  MIXED: 'They differ somewhat.',
  SPLIT: 'Some see it one way, some the other.',
  UNKNOWN: 'Too few could tell.',
});
describeEnum('Confidence', Confidence, 'How firm the measurement is: it grows with the number of friends.', {
  SKETCH: 'A first sketch.',
  FAIR: 'A fair likeness.',
  GOOD: 'A good likeness.',
});
describeEnum('ImageSize', ImageSize, 'The edge of a square picture.', {
  LARGE: '1024 pixels.',
  MEDIUM: '512 pixels.',
  SMALL: '256 pixels.',
});
describeEnum('IllustrationSource', IllustrationSource, 'Who drew the picture.', {
  MODEL: 'The image model.',
  LOCAL: 'This server: in practice mode, or because the image model failed for good.',
});
