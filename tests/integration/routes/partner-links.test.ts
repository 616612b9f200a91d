import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { boardRoutes } from '../../../shared/http/routes/board.ts';
import type { PartnerLinks } from '../../../shared/http/views/partner-link.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay, resealed } from '../../builders/request-under-way.ts';

let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

const links = async (city: string): Promise<PartnerLinks> => {
  const { status, body } = await world.call(`auditor@${city}`, boardRoutes.readPartnerLinks);
  expect(status).toBe(200);
  return body as PartnerLinks;
};

describe('the links with partners', () => {
  it('are healthy once everything is confirmed, and say when the partner was heard of', async () => {
    await world.arrive(world.placed);
    await world.deliverAll();
    expect((await links(XINING)).items).toMatchObject([
      {
        city: LANZHOU,
        name: { zh: '兰州市' },
        verdict: 'healthy',
        usable: true,
        heardAt: NOW,
        confirmedAt: NOW,
        unconfirmed: { count: 0 },
        quarantined: { proven: 0, unproven: 0 },
      },
    ]);
  });

  it('are late, then silent, while nothing is confirmed and nothing comes', async () => {
    const later = async (ms: number) => {
      world.setTime(plus(NOW, ms));
      const [link] = (await links(XINING)).items;
      return link;
    };
    const minute = HOUR_MS / 60;
    expect(await later(9 * minute)).toMatchObject({ verdict: 'healthy', unconfirmed: { count: 1, minutes: 9 } });
    expect(await later(10 * minute)).toMatchObject({ verdict: 'late' });
    // Lanzhou confirmed the agreement at the very moment at which the request was sent.
    expect(await later(2 * HOUR_MS)).toMatchObject({ heardAt: NOW, unconfirmed: { since: NOW, minutes: 120 } });
  });

  it('count what is quarantined of a partner in the last week, what it proves apart from what it does not', async () => {
    await world.arrive({ ...world.placed, exercise: true });
    await world.arrive(await resealed(world.placed, { conversation: world.agreementId }));
    expect((await links(LANZHOU)).items).toMatchObject([{ city: XINING, quarantined: { proven: 1, unproven: 1 } }]);
    world.setTime(plus(NOW, 8 * 24 * HOUR_MS));
    expect((await links(LANZHOU)).items).toMatchObject([{ quarantined: { proven: 0, unproven: 0 } }]);
  });

  it('are those of agreements that are not over', async () => {
    const terminating = { params: { agreementId: world.agreementId }, body: { reason: '不再需要' } };
    await world.done(`representative@${XINING}`, agreementRoutes.terminateAgreement, terminating);
    expect((await links(XINING)).items).toEqual([]);
  });

  it('come with the first page of the board', async () => {
    const { body } = await world.call(`coordinator@${XINING}`, boardRoutes.readBoard);
    expect(body).toMatchObject({ partnerLinks: [{ city: LANZHOU }] });
  });
});
