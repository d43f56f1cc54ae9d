import { describe, expect, it } from 'vitest';
import { type FollowUpFacts, followUps } from '../../../web/src/features/chat/rules/followUps.js';

const facts: FollowUpFacts = {
  traits: [
    { id: 'E', score: 20, raters: 4 },
    { id: 'A', score: 50, raters: 4 },
    { id: 'C', score: 99, raters: 0 },
    { id: 'N', score: 5, raters: 4 },
    { id: 'I', score: 66, raters: 4 },
  ],
  words: ['funny', 'Loyal'],
  lastReply: 'They see me as loyal.',
  turn: 2,
};
const keysOf = (some: Partial<FollowUpFacts> = {}) => followUps({ ...facts, ...some }).map(({ key }) => key);

describe('the questions that can follow a reply', () => {
  it('begin with the word of the reply, the most extreme trait and a general question', () => {
    const [first, ...others] = followUps(facts);
    expect(first).toEqual({ key: 'chat.followUp.word', named: { word: 'Loyal' } });
    expect(others.slice(0, 2).map(({ key }) => key)).toEqual(['chat.followUp.N.low', 'chat.followUp.more.2']);
  });

  it('ask about measured traits outside the typical range only', () => {
    const traits = keysOf().filter((key) => /\.[EACNI]\./.test(key));
    expect(traits).toEqual(['chat.followUp.N.low', 'chat.followUp.E.low', 'chat.followUp.I.high']);
  });

  it('offer another general question after each turn, and the same after the same', () => {
    const general = (turn: number) => keysOf({ turn }).find((key) => key.includes('more'));
    expect([2, 4, 6, 8].map(general)).toEqual([2, 3, 4, 1].map((number) => `chat.followUp.more.${number}`));
    expect(followUps(facts)).toEqual(followUps(structuredClone(facts)));
  });

  it('are at least three, even if nothing is known', () => {
    expect(keysOf({ traits: [], words: [], lastReply: '' })).toHaveLength(4);
  });
});
