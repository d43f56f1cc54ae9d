import { registerDescribedEnum } from './describeEnum.js';
import { createEnum } from './enumOf.js';

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
  REPAIRED: 'The model corrected its first text, and the result passed every check.',
  TEMPLATE: 'Neither text of the model passed every check, so a template generated the text from the scores.',
});
registerDescribedEnum('VoiceMode', VoiceMode, 'How the voice of a persona was chosen.', {
  FATED: 'It follows from the measurement.',
  ALCHEMIC: 'The owner chose the voice of an archetype. The traits stay the same.',
});
