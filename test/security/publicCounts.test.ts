import { expect, it } from 'vitest';
import { tellsCount } from '../../src/resolvers/persona/publicPersonaView.js';

const telling = [
  'Two of three friends call her funny.',
  'Two people who answered see it the other way.',
  'Half of her friends find him shy.',
  'All of them see a quiet person.',
  'All her friends agree on this.',
  'Most of Mina’s friends see her as calm.',
  'Every friend who answered noticed it.',
  'Only one friend sees it differently.',
  'Neither of them would call her tidy.',
  'Everyone sees it, none would deny it.',
  '친구 둘은 다르게 봐요.',
  '두 친구가 그렇게 말했어요.',
  '친구들 절반은 조용하다고 해요.',
  '모든 친구가 다정하다고 해요.',
  '세 명이 골랐어요.',
  'ふたりの友だちがそう答えました。',
  '全員が明るいと見ています。',
  '友だちの半分は静かだと言います。',
  '三人が選びました。',
];

const harmless = [
  'Mina comes across as easy to talk to and quick to join in.',
  'The word “curious” came up more than any other.',
  'She leaves room for chance: the plan can wait when the moment is good.',
  'Above all, she listens.',
  '민아님은 사람들과 금방 친해져요.',
  '두드러지는 점은 상상력이에요.',
  '美奈さんは、計画より勢いを大切にします。',
];

it.each(telling)('tells strangers how many friends answered so: %s', (text) => {
  expect(tellsCount(text)).toBe(true);
});

it.each(harmless)('tells strangers no count: %s', (text) => {
  expect(tellsCount(text)).toBe(false);
});
