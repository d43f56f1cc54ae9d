import { createEnum, registerDescribedEnum } from '../describeEnum.js';

export const BlindSpotStrength = createEnum('CLEAR', 'HINT');
export type BlindSpotStrength = keyof typeof BlindSpotStrength;
export const FriendsSee = createEnum('HIGHER', 'LOWER');
export type FriendsSee = keyof typeof FriendsSee;
export const Judge = createEnum('SELF_KNOWS_BEST', 'FRIENDS_JUDGE_WELL', 'EQUAL');
export type Judge = keyof typeof Judge;
export const ChangeDirection = createEnum('UP', 'DOWN');
export type ChangeDirection = keyof typeof ChangeDirection;

export const CharacterCardFormat = createEnum('PNG', 'JSON', 'CHARX');
export type CharacterCardFormat = keyof typeof CharacterCardFormat;

registerDescribedEnum('CharacterCardFormat', CharacterCardFormat, 'File format of a character card.', {
  PNG: 'The picture, with the card inside as Character Card V2 and V3.',
  JSON: 'The card alone, as Character Card V3.',
  CHARX: 'A ZIP with the card (V3) and the picture.',
});
registerDescribedEnum(
  'BlindSpotStrength',
  BlindSpotStrength,
  'How certain it is that friends see a trait differently than the owner does.',
  {
    CLEAR: 'More than chance explains with so few friends and questions. It can be stated as a fact.',
    HINT: 'Possible. Phrase it as a question. At most one trait is a hint.',
  },
);
registerDescribedEnum(
  'FriendsSee',
  FriendsSee,
  'How friends see a trait, compared with how the owner sees it.',
  {
    HIGHER: 'Friends see more of the trait.',
    LOWER: 'Friends see less of the trait.',
  },
);
registerDescribedEnum(
  'Judge',
  Judge,
  'Who usually judges a trait better, according to research and not to the answers about this person.',
  {
    SELF_KNOWS_BEST: 'The person themselves.',
    FRIENDS_JUDGE_WELL: 'Friends.',
    EQUAL: 'Both equally well.',
  },
);
registerDescribedEnum('ChangeDirection', ChangeDirection, 'Direction of a change.', {
  UP: 'More than before.',
  DOWN: 'Less than before.',
});

export const RarityTier = createEnum('COMMON', 'RARE', 'EPIC', 'LEGENDARY');
export type RarityTier = keyof typeof RarityTier;
export const VersionStatus = createEnum('SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED');
export type VersionStatus = keyof typeof VersionStatus;
export const Writing = createEnum('FIRST', 'REPAIRED', 'TEMPLATE');
export type Writing = keyof typeof Writing;
export const VoiceMode = createEnum('FATED', 'ALCHEMIC');
export type VoiceMode = keyof typeof VoiceMode;

registerDescribedEnum('RarityTier', RarityTier, 'How rare a profile is, by its distance from the norm.', {
  COMMON: 'About 75 of 100 people.',
  RARE: 'About 18 of 100 people.',
  EPIC: 'About 6 of 100 people.',
  LEGENDARY: 'About 1 of 100 people.',
});
registerDescribedEnum('VersionStatus', VersionStatus, 'Status of a version.', {
  SYNTHESIZING: 'The answers are being measured and the text is being written.',
  GENERATING_IMAGE: 'The text is written and the illustration is being generated.',
  READY: 'The text and the illustration are available.',
  FAILED: 'A step failed permanently. See `failure` for the step and the reason.',
});
registerDescribedEnum('Writing', Writing, 'How the text of a version was produced.', {
  FIRST: 'The first text of the model passed every check.',
  REPAIRED:
    'The model corrected its first text, and the result passed every check. Places that still failed one were replaced from the scores and the archetype.',
  TEMPLATE:
    'Too little of what the model wrote passed every check, so a template generated the text from the scores.',
});
registerDescribedEnum('VoiceMode', VoiceMode, 'How the voice of a persona was chosen.', {
  FATED: 'It follows from the measurement.',
  ALCHEMIC: 'The owner chose the voice of an archetype. The traits stay the same.',
});
export const QuoteReport = createEnum('UNKIND', 'IDENTIFYING', 'UNTRUE', 'OTHER');
export type QuoteReport = keyof typeof QuoteReport;
registerDescribedEnum(
  'QuoteReport',
  QuoteReport,
  'Why a quote is reported. A report does not reveal who wrote the texts.',
  {
    UNKIND: 'The quote is hurtful.',
    IDENTIFYING: 'The quote reveals who wrote it or identifies someone.',
    UNTRUE: 'The quote is not true.',
    OTHER: 'Any other reason.',
  },
);
