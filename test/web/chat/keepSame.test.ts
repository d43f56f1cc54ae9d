import { expect, it } from 'vitest';
import { reuseUnchanged } from '../../../web/src/features/chat/rules/mergeMessages.js';

const message = (id: string, status: 'STREAMING' | 'COMPLETE', text: string) => ({ id, status, text });

it('messages that are as they were keep their objects, so that they are not drawn again', () => {
  const known = [message('1', 'COMPLETE', 'Hi'), message('2', 'STREAMING', 'He')];
  const kept = reuseUnchanged(known, [message('1', 'COMPLETE', 'Hi'), message('2', 'COMPLETE', 'Hello')]);
  expect(kept[0]).toBe(known[0]);
  expect(kept[1]).toEqual(message('2', 'COMPLETE', 'Hello'));
});

it('an answer that was read before a reply ended does not bring the unfinished reply back', () => {
  const known = [message('2', 'COMPLETE', 'Hello')];
  expect(reuseUnchanged(known, [message('2', 'STREAMING', 'He')])).toEqual(known);
});
