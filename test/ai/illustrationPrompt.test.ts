import { describe, expect, it } from 'vitest';
import { altText, illustrationPrompt } from '../../src/ai/prompts/illustration.js';
import { archetypes } from '../../src/measurement/archetypes.js';
import { evidence } from './evidence.js';

const image = { setting: 'shore', mood: 'calm', palette: 'dusk' } as const;

describe('the illustration prompt', () => {
  it('holds neither the name nor the words of anyone', () => {
    const prompt = illustrationPrompt(evidence({ name: 'Canary', words: ['canaryword'] }), image);
    expect(prompt.toLowerCase()).not.toContain('canary');
    expect(prompt).toContain('No people, no faces');
  });

  it('differs with archetype and with traits', () => {
    const prompts = archetypes.map((archetype) => illustrationPrompt(evidence({ archetype }), image));
    const lively = illustrationPrompt(evidence({ scores: { E: 95 } }), image);
    const quiet = illustrationPrompt(evidence({ scores: { E: 5 } }), image);
    expect(new Set([...prompts, lively, quiet]).size).toBe(archetypes.length + 2);
  });
});

describe('the alternative text', () => {
  it('is in the language of the reader', () => {
    const said = (locale: 'EN' | 'KO' | 'JA') => altText({ archetype: 'PROTECTOR' }, image, locale);
    expect(said('EN')).toBe('A picture in cut glass, calm in mood: a lighthouse on a quiet shore.');
    expect(said('KO')).toMatch(/등대/);
    expect(said('JA')).toMatch(/灯台/);
  });
});
