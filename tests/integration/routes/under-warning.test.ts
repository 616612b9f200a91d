import { describe, expect, it } from 'vitest';
import { answerPreAuthorised } from '../../../functions/received-requests/answer-pre-authorised.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import { whatIsFearedWhere } from '../../../shared/lambda/what-is-feared-where.ts';
import { someTerms } from '../../builders/agreement.ts';
import { rainstorm, rainstormInfo } from '../../builders/cap.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { approveRequest, neighbours, placeRequest } from '../../builders/neighbours.ts';

const AT_LANZHOU = `duty-officer@${LANZHOU}`;

const redIn = (city: string) =>
  rainstorm({
    info: [rainstormInfo({ area: [{ areaDesc: '某地', geocode: [{ valueName: 'GB/T 2260', value: city }] }] })],
  });

const world = async () => {
  const terms = someTerms({ preAuthorised: [{ kind: 'water-rescue', level: 2, quantity: 3 }] });
  const cities = await neighbours(terms);
  const warn = (at: string, city: string) =>
    cities.done(`duty-officer@${at}`, warningRoutes.receiveWarning, { body: redIn(city) });
  const request = async (): Promise<ReceivedRequestView> => {
    const { requestId } = await approveRequest(cities);
    await placeRequest(cities, requestId);
    await cities.deliverAll();
    await answerPreAuthorised(cities.cellOf(LANZHOU).cell, CONVERSATIONS, requestId);
    return cities.done(AT_LANZHOU, receivedRequestRoutes.readReceivedRequest, { params: { requestId } });
  };
  return { ...cities, warn, request };
};

describe('a giver under a red warning', () => {
  it('has its duty room weigh what it would otherwise promise by itself', async () => {
    const { warn, request, done } = await world();
    await warn(LANZHOU, LANZHOU);
    expect((await request()).items).toMatchObject([{ progress: 'unanswered' }]);
    const { items } = await done<{ items: { text: { zh: string } }[] }>(AT_LANZHOU, dutyRoomRoutes.listNotices);
    expect(items.map(({ text }) => text.zh).join()).toContain('本市正处于红色预警');
  });

  it('promises by itself when the warning is for elsewhere', async () => {
    const { warn, request } = await world();
    await warn(LANZHOU, XINING);
    expect((await request()).items).toMatchObject([{ given: { automatic: true } }]);
  });

  it('is known to its partners, which rank it lower', async () => {
    const { warn, cellOf, done } = await world();
    await warn(XINING, LANZHOU);
    const feared = await whatIsFearedWhere(cellOf(XINING).cell, NOW);
    expect(feared.get(LANZHOU)).toMatchObject([{ colour: 'red', hazards: ['flood'] }]);
    expect((await whatIsFearedWhere(cellOf(XINING).cell, '2026-07-15T06:00:00.000Z')).size).toBe(0);
    await done(`duty-officer@${XINING}`, lookupRoutes.lookUp, { query: { q: '水上救援' } });
  });
});
