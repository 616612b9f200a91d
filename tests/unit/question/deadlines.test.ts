import { describe, expect, it } from 'vitest';
import { question } from '../../../shared/domain/question/question.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { rulesWithin, waitsIn } from '../../builders/deadlines.ts';
import { askingCities } from '../../builders/question.ts';

const asked = () => {
  const cities = askingCities();
  cities.ask();
  cities.deliverAll();
  return cities;
};
type Cities = ReturnType<typeof asked>;
const waitsAt = (cities: Cities, city: string) => waitsIn(question.deadlines?.(cities.state(city), rulesWithin(city)));

describe('what a question waits for', () => {
  it('is the reply of the city that was asked, by the time the question says', () => {
    const cities = asked();
    const state = cities.state(XINING);
    expect(waitsAt(cities, XINING)).toEqual([`question-reply ${LANZHOU}`]);
    expect(waitsAt(cities, LANZHOU)).toEqual(['question-reply duty-room']);
    expect(question.deadlines?.(state, rulesWithin())).toMatchObject([{ due: state.question.replyBy }]);
  });

  it('goes on to be the reply when it is late, since a late one is still taken', () => {
    const cities = asked();
    cities.setTime(cities.state(XINING).question.replyBy);
    cities.act(XINING, { type: 'clock-ran-out' });
    expect(waitsAt(cities, XINING)).toEqual([`question-reply ${LANZHOU}`]);
  });

  it.each([
    ['answered', LANZHOU, { type: 'answer', details: { kind: 'information', response: 'accept', text: '两支' } }],
    ['withdrawn', XINING, { type: 'withdraw', reason: '已知' }],
  ] as const)('is nothing once it is %s', (status, city, command) => {
    const cities = asked();
    cities.act(city, command);
    cities.deliverAll();
    expect(cities.state(XINING).status).toBe(status);
    expect([XINING, LANZHOU].flatMap((end) => waitsAt(cities, end))).toEqual([]);
  });
});
