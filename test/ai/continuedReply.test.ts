import { describe, expect, it } from 'vitest';
import { ContinuationDeduplicator } from '../../src/ai/continuationDeduplicator.js';

const given = (stored: string, pieces: string[]): string => {
  const continued = new ContinuationDeduplicator(stored);
  return [...pieces.map((piece) => continued.push(piece)), continued.end()].join('');
};

describe('a continued reply', () => {
  it.each([
    ['passes everything when nothing is stored', '', [' the', ' sea'], ' the sea'],
    ['goes on in the middle of a word', 'Hel', ['lo'], 'lo'],
    ['keeps a coincidence in the middle of a word', 'I see the s', ['ea'], 'ea'],
    ['takes a short repetition at a word’s beginning for one', 'It is very', ['very good'], ' good'],
    ['takes a repetition with a blank before it for one', 'It is very', [' very', ' good'], ' good'],
    ['does not double a blank', 'It is very ', [' ', ' good'], 'good'],
    ['keeps a paragraph that was cut between its line feeds', 'One.\n', ['\nTwo.'], '\nTwo.'],
    ['adds no third line feed', 'One.\n\n', ['\n\nTwo.'], 'Two.'],
    ['keeps dots that go on', 'Wait..', ['. what'], '. what'],
    ['finds a repetition behind another gap', 'One.\n\nIt is very', [' It is very', ' good'], ' good'],
    [
      'cuts the way both went off a text that was started over',
      'The friends who see you here say much',
      ['The friends who see you there, too'],
      'there, too',
    ],
    [
      'gives nothing for a text that starts over and stops short',
      'The friends who see you here say much',
      ['The friends who see you here'],
      '',
    ],
    ['gives nothing for a mere repetition', 'The sea is warm.', ['sea is ', 'warm.'], ''],
    ['gives a blank end as it is', 'The sea', ['\n'], '\n'],
    [
      'does not cut a pair that shares its first half',
      'Look how it shines tonight 😀 yes',
      ['Look how it shines tonight 😁 no'],
      '😁 no',
    ],
    [
      'prefers the whole beginning to a chance word at the end',
      'I like the sea and all that swims, so do I',
      ['I like the sea and all that flies'],
      'flies',
    ],
  ])('%s', (_, stored, pieces, rest) => {
    expect(given(stored, pieces)).toBe(rest);
  });

  it('holds back only while it may be a repetition', () => {
    const continued = new ContinuationDeduplicator('The sea is warm and');
    expect(continued.push(' wa')).toBe('');
    expect(continued.push('s')).toBe(' was');
    expect(continued.push(' warm')).toBe(' warm');
    const again = new ContinuationDeduplicator('The sea is warm and');
    expect(again.push('warm an')).toBe('');
    expect(again.push('d')).toBe('');
    expect(again.push(' wide')).toBe(' wide');
  });

  it('gets through 64 Ki of equal characters, letter by letter, where going back for each would not end', () => {
    const stored = `${'a'.repeat(65_535)}b`;
    const continued = new ContinuationDeduplicator(stored);
    let early = '';
    for (let at = 0; at < 65_000; at += 1) early += continued.push('a');
    expect(early).toBe('');
    expect(continued.push('c')).toBe('c');
    expect(given(stored, [...stored, '!'])).toBe('!');
  });
});
