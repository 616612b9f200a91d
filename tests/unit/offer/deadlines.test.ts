import { describe, expect, it } from 'vitest';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { offer } from '../../../shared/domain/offer/offer.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { rulesWithin, WITHIN_MINUTES, waitsIn } from '../../builders/deadlines.ts';
import { AVAILABLE_UNTIL, offerDetails, offeringCities } from '../../builders/offer.ts';

const made = () => {
  const cities = offeringCities();
  cities.make();
  cities.deliverAll();
  return cities;
};
type Cities = ReturnType<typeof made>;
const waitsAt = (cities: Cities, city: string) => waitsIn(offer.deadlines?.(cities.state(city), rulesWithin(city)));

describe('what an offer waits for', () => {
  it('is the answer of the city it was made to, at both ends', () => {
    const cities = made();
    expect(waitsAt(cities, XINING)).toEqual(['offer-answer duty-room']);
    expect(waitsAt(cities, LANZHOU)).toEqual([`offer-answer ${XINING}`]);
  });

  it('is due by the table, and with the time that was offered at the latest', () => {
    const due = (minutes: number) =>
      offer.deadlines?.(made().state(XINING), rulesWithin(XINING, minutes)).map((deadline) => deadline.due);
    expect(due(WITHIN_MINUTES)).toEqual([plus(NOW, WITHIN_MINUTES * MINUTE_MS)]);
    expect(due(60 * 24 * 30)).toEqual([AVAILABLE_UNTIL]);
  });

  it.each([
    ['declined', (cities: Cities) => cities.act(XINING, { type: 'decline', reason: '已有队伍' })],
    ['withdrawn', (cities: Cities) => cities.act(LANZHOU, { type: 'withdraw', reason: '本市有险情' })],
    [
      'lapsed',
      (cities: Cities) => {
        cities.setTime(offerDetails().availableUntil);
        for (const city of [XINING, LANZHOU]) cities.act(city, { type: 'clock-ran-out' });
      },
    ],
  ])('is nothing once it is %s', (status, act) => {
    const cities = made();
    act(cities);
    cities.deliverAll();
    expect(cities.state(XINING).status).toBe(status);
    expect([XINING, LANZHOU].flatMap((city) => waitsAt(cities, city))).toEqual([]);
  });
});
