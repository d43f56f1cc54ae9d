import { expect, it } from 'vitest';
import { unkindWords } from '../../stand-ins/openai/server/unkindWords.js';

const isUnkind = (text: string): boolean => Object.values(unkindWords(text)).includes(true);

it.each([
  'you are a stupid bitch',
  'I will kill you',
  'I’m going to kill you',
  'all jews must die',
  '<b>fuck</b> you',
  'f\u200buck you',
  '죽여버릴 거야',
  '개새끼',
  '殺してやる',
])('the stand-in objects to “%s”', (text) => expect(isUnkind(text)).toBe(true));

it.each([
  'this deadline kills me',
  'I could kill for a coffee',
  'You are killing it!',
  'I am an idiot with maps',
  'All things must end',
  '배고파 죽겠어',
  '시발점',
  '死ぬほど笑った',
])('the stand-in lets “%s” pass', (text) => expect(isUnkind(text)).toBe(false));
