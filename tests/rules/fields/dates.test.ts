import { describe, expect, it } from 'vitest';
import { daysBefore } from '../../../src/rules/fields/dates';
import { meets } from '../matching';

// Today is 2026-11-21.
describe.each(['updated', 'published'] as const)('the field %s', (field) => {
  const on = (day: string | null) => ({ [field]: day });

  it.each([
    ['>18 months', '2025-05-20', true],
    ['>18 months', '2025-05-21', false],
    ['>=18 months', '2025-05-21', true],
    ['<30 days', '2026-10-23', true],
    ['<30 days', '2026-10-22', false],
    ['<=30 days', '2026-10-22', true],
    ['>2 weeks', '2026-11-06', true],
    ['<1 year', '2025-11-22', true],
    ['>1 year', '2025-11-21', false],
    ['<2020-01-01', '2019-12-31', true],
    ['<2020-01-01', '2020-01-01', false],
    ['>2020-01-01', '2020-01-02', true],
    ['>=2020-01-01', '2020-01-01', true],
    ['2020-01-01', '2020-01-01', true],
    ['2020', '2020-06-01', true],
    ['2020', '2021-01-01', false],
    ['>2020', '2020-12-31', false],
    ['>2020', '2021-01-01', true],
    ['<=2020-02', '2020-02-29', true],
    ['2019..2021', '2021-12-31', true],
    ['2019..2021', '2022-01-01', false],
    ['2019-03 to 2019-04', '2019-04-30', true],
    ['not 2020', '2021-01-01', true],
  ])('%s on %s is %s', (value, day, met) => {
    expect(meets(`${field}: ${value}`, on(day))).toBe(met);
  });

  it('never matches when the page states no date, or none that is one', () => {
    for (const day of [null, 'yesterday', '2026-13-45']) {
      expect(meets(`${field}: >1 day`, on(day))).toBe(false);
      expect(meets(`${field}: not 2020`, on(day))).toBe(false);
    }
  });
});

describe('updated', () => {
  it('is the day of publication where a work was never updated', () => {
    expect(meets('updated: 2020', { published: '2020-05-05' })).toBe(true);
  });
});

describe('days before', () => {
  it('keep to the calendar', () => {
    expect(daysBefore('2026-03-31', 1, 'month')).toBe('2026-02-28');
    expect(daysBefore('2024-02-29', 1, 'year')).toBe('2023-02-28');
    expect(daysBefore('2026-01-01', 1, 'day')).toBe('2025-12-31');
    expect(daysBefore('2026-01-15', 2, 'week')).toBe('2026-01-01');
    expect(daysBefore('2026-01-15', 99999, 'year')).toBe('0000-01-01');
  });
});
