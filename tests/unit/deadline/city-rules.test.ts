import { describe, expect, it } from 'vitest';
import { HandOffSchema } from '../../../shared/domain/deadline/hand-off.ts';
import { dueBy } from '../../../shared/domain/deadline/working-time.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { cityRulesOf } from '../../../shared/reference/city-rules.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { HAIDONG, HAINAN } from '../../builders/request.ts';

const COUNTY = '630121';

describe.each([...CITIES.map(({ code }) => code), COUNTY])('the table of %s', (city) => {
  const { handOffs } = cityRulesOf(city);

  it.each(HandOffSchema.options)('says what is done about each hand-off, in order of time: %s', (handOff) => {
    const { acts } = handOffs[handOff];
    expect(acts.length).toBeGreaterThan(0);
    const afterDue = acts.flatMap(({ when }) => ('minutes' in when ? [when.minutes] : []));
    expect(afterDue).toEqual([...afterDue].sort((one, other) => one - other));
    expect(acts.every(({ act, when }) => act !== 'escalate' || ('minutes' in when && when.minutes > 0))).toBe(true);
  });

  it('answers a neighbour within two hours', () => {
    expect(dueBy(cityRulesOf(city), 'answer', NOW)).toBe('2026-07-15T02:00:00.000Z');
  });
});

it.each([
  [XINING, 'report', '2026-07-15T02:00:00.000Z'],
  [LANZHOU, 'report', '2026-07-15T02:00:00.000Z'],
  [HAIDONG, 'report', '2026-07-15T00:30:00.000Z'],
  [XINING, 'departure', '2026-07-15T02:00:00.000Z'],
  [HAINAN, 'departure', '2026-07-15T03:00:00.000Z'],
  [XINING, 'verification', '2026-07-15T00:30:00.000Z'],
  [COUNTY, 'verification', '2026-07-15T00:20:00.000Z'],
] as const)('cities differ: in %s a %s is due by %s', (city, handOff, due) => {
  expect(dueBy(cityRulesOf(city), handOff, NOW)).toBe(due);
});
