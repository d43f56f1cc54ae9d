import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';

export const RarityTier = enumOf('COMMON', 'RARE', 'EPIC', 'LEGENDARY');
export type RarityTier = keyof typeof RarityTier;
export const VersionStatus = enumOf('SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED');
export type VersionStatus = keyof typeof VersionStatus;
export const Writing = enumOf('FIRST', 'REPAIRED', 'TEMPLATE');
export type Writing = keyof typeof Writing;
export const VoiceMode = enumOf('FATED', 'ALCHEMIC');
export type VoiceMode = keyof typeof VoiceMode;

describeEnum('RarityTier', RarityTier, 'How rare a profile is among people, by its distance from the norm.', {
  COMMON: 'Three quarters of people are.',
  RARE: 'The next 18 of 100.',
  EPIC: 'The next 6 of 100.',
  LEGENDARY: 'One of 100.',
});
describeEnum('VersionStatus', VersionStatus, 'Where the making of one version stands.', {
  SYNTHESIZING: 'Answers are being measured and the text written.',
  GENERATING_IMAGE: 'The text stands; the picture is being drawn.',
  READY: 'Text and picture are there.',
  FAILED: 'A step failed for good; `failure` says which and why.',
});
describeEnum('Writing', Writing, 'Whose words a text is in.', {
  FIRST: 'The model’s first ones passed every check.',
  REPAIRED: 'The model mended its first ones.',
  TEMPLATE: 'Neither passed the checks: it was put together from the scores here.',
});
describeEnum('VoiceMode', VoiceMode, 'Who chose a mirror’s voice.', {
  FATED: 'The measurement.',
  ALCHEMIC: 'The owner: that of an archetype, over unchanged traits.',
});
