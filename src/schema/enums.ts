import { locales } from '../locale.js';
import { createEnum, registerDescribedEnum } from './describeEnum.js';

export const Locale = createEnum(...locales);
export type Locale = keyof typeof Locale;
export const SurveyStatus = createEnum('OPEN', 'CLOSED');
export type SurveyStatus = keyof typeof SurveyStatus;
export const PersonaStatus = createEnum('PENDING', 'SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED');
export type PersonaStatus = keyof typeof PersonaStatus;
export const PersonaStep = createEnum('SYNTHESIZING', 'GENERATING_IMAGE');
export type PersonaStep = keyof typeof PersonaStep;
export const QuestionKind = createEnum('SCALE', 'WORDS', 'TEXT');
export type QuestionKind = keyof typeof QuestionKind;
export const Relation = createEnum('FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER');
export type Relation = keyof typeof Relation;
export const TraitId = createEnum('E', 'A', 'C', 'N', 'I');
export type TraitId = keyof typeof TraitId;
export const Archetype = createEnum(
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
export const Level = createEnum('VERY_LOW', 'LOW', 'TYPICAL', 'HIGH', 'VERY_HIGH');
export type Level = keyof typeof Level;
export const Agreement = createEnum('AGREE', 'MIXED', 'SPLIT', 'UNKNOWN');
export type Agreement = keyof typeof Agreement;
export const Confidence = createEnum('SKETCH', 'FAIR', 'GOOD');
export type Confidence = keyof typeof Confidence;
export const ImageSize = createEnum('LARGE', 'MEDIUM', 'SMALL');
export type ImageSize = keyof typeof ImageSize;
export const IllustrationSource = createEnum('MODEL', 'LOCAL');
export type IllustrationSource = keyof typeof IllustrationSource;

registerDescribedEnum('Locale', Locale, 'A supported language.', {
  EN: 'English.',
  KO: 'Korean. The questions are our own draft translation.',
  JA: 'Japanese. The questions are our own draft translation.',
});
registerDescribedEnum('SurveyStatus', SurveyStatus, 'Whether a survey accepts responses.', {
  OPEN: 'Friends can respond, even after the persona is `READY`.',
  CLOSED: 'The owner closed the survey. It can be reopened.',
});
registerDescribedEnum(
  'PersonaStatus',
  PersonaStatus,
  'Status of a persona. `READY` and `FAILED` change only when a person acts.',
  {
    PENDING: 'Fewer friends have responded than the threshold requires.',
    SYNTHESIZING: 'The answers are being measured and the text is being written.',
    GENERATING_IMAGE: 'The text is written and can be read. The illustration is being generated.',
    READY: 'The text and the illustration are available.',
    FAILED: 'A step failed permanently. See `failure` for the step and the reason.',
  },
);
registerDescribedEnum('PersonaStep', PersonaStep, 'A step in making a persona.', {
  SYNTHESIZING: 'Measuring the answers and writing the text.',
  GENERATING_IMAGE: 'Generating the illustration.',
});
registerDescribedEnum('QuestionKind', QuestionKind, 'How a question is answered.', {
  SCALE: 'With a point from 1 (very inaccurate) to 5 (very accurate), or with `cannotTell`.',
  WORDS: 'With words chosen from the options.',
  TEXT: 'With an optional line of text.',
});
registerDescribedEnum('Relation', Relation, 'How a respondent knows the owner.', {
  FRIEND: 'As a friend.',
  FAMILY: 'As a family member.',
  PARTNER: 'As a partner.',
  CLASSMATE: 'From school or university.',
  COLLEAGUE: 'From work.',
  OTHER: 'In any other way.',
});
registerDescribedEnum('TraitId', TraitId, 'A trait of the Mini-IPIP questionnaire.', {
  E: 'Extraversion.',
  A: 'Agreeableness.',
  C: 'Conscientiousness.',
  N: 'Neuroticism: how easily the mood changes.',
  I: 'Intellect and imagination.',
});
registerDescribedEnum(
  'Archetype',
  Archetype,
  'A prototype of a personality, assigned by the closest trait profile. Computed from the answers, never random.',
  {
    PROTECTOR: 'Dependable and warm, protects others.',
    SAGE: 'Calm and thoughtful, looks for the truth.',
    REBEL: 'Bold and restless, challenges conventions.',
    ARTIST: 'Imaginative and sensitive, thinks in images.',
    CAREGIVER: 'Gentle and attentive, supports others.',
    MYSTIC: 'Introspective and imaginative, at home in ideas.',
    LEADER: 'Outgoing and organised, takes others along.',
    TRICKSTER: 'Playful and quick, turns things upside down.',
  },
);
registerDescribedEnum('Level', Level, 'Level of a score.', {
  VERY_LOW: 'Score below 15.',
  LOW: 'Score from 15 to 34.',
  TYPICAL: 'Score from 35 to 65.',
  HIGH: 'Score from 66 to 85.',
  VERY_HIGH: 'Score above 85.',
});
registerDescribedEnum('Agreement', Agreement, 'How far friends agree about a trait.', {
  AGREE: 'Friends agree.',
  MIXED: 'Friends differ somewhat.',
  SPLIT: 'Friends are divided: some see more of the trait and some see less.',
  UNKNOWN: 'Too few friends could judge the trait.',
});
registerDescribedEnum(
  'Confidence',
  Confidence,
  'How reliable a measurement is. It increases with the number of friends, each weighted by closeness and care.',
  {
    SKETCH: 'A first sketch: fewer than 5 friends after weighting.',
    FAIR: 'A fair likeness: 5 to 7 friends after weighting.',
    GOOD: 'A good likeness: 8 or more friends after weighting.',
  },
);
registerDescribedEnum('ImageSize', ImageSize, 'Size of a square image.', {
  LARGE: '1024 × 1024 pixels.',
  MEDIUM: '512 × 512 pixels.',
  SMALL: '256 × 256 pixels.',
});
registerDescribedEnum('IllustrationSource', IllustrationSource, 'How an illustration was generated.', {
  MODEL: 'By the image model.',
  LOCAL: 'By this server, in practice mode or after the image model failed permanently.',
});
