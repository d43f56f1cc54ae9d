import { describe, expect, it } from 'vitest';
import { ageStatus, canAskForConsent } from '../../src/entities/age.js';
import type { Locale } from '../../src/locale.js';

const on = (day: string, bornIn: string, locale: Locale) =>
  ageStatus({ version: '1', locale, bornIn, givenOn: '2026-01-01' }, new Date(`${day}T23:59:59Z`));

describe('what an age allows', () => {
  it.each([
    ['2026-11-30', '2008-11', 'EN', 'MINOR'],
    ['2026-12-01', '2008-11', 'EN', 'ADULT'],
    ['2026-11-30', '2010-11', 'EN', 'TOO_YOUNG'],
    ['2026-12-01', '2010-11', 'EN', 'MINOR'],
    ['2026-12-01', '2010-11', 'JA', 'MINOR'],
    ['2026-11-30', '2010-11', 'JA', 'TOO_YOUNG'],
    ['2026-11-30', '2010-11', 'KO', 'MINOR'],
    ['2026-11-30', '2012-11', 'KO', 'TOO_YOUNG'],
    ['2026-12-01', '2012-11', 'KO', 'MINOR'],
    ['2027-01-01', '2008-12', 'KO', 'ADULT'],
    ['2026-12-31', '2008-12', 'KO', 'MINOR'],
    ['2026-12-01', '2026-12', 'KO', 'TOO_YOUNG'],
    ['2026-12-01', '1906-12', 'KO', 'ADULT'],
  ] as const)('on %s to somebody born in %s who consented in %s is %s', (day, bornIn, locale, standing) => {
    expect(on(day, bornIn, locale)).toBe(standing);
  });

  it('is null for an owner who was too young to consent, until they are old enough and consent again', () => {
    const then = { version: null, locale: 'EN' as const, bornIn: '2010-11', givenOn: '2026-01-01' };
    const [before, after] = [new Date('2026-11-30T12:00:00Z'), new Date('2026-12-01T12:00:00Z')];
    for (const day of [before, after]) expect(ageStatus(then, day)).toBe('TOO_YOUNG');
    expect([canAskForConsent(then, before), canAskForConsent(then, after)]).toEqual([false, true]);
    expect(canAskForConsent({ ...then, version: '1' }, after)).toBe(false);
  });

  it('is unknown for an owner who was not asked', () => {
    expect(ageStatus(null)).toBe('UNKNOWN');
  });
});
