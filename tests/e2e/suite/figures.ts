import { expect } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import { LANZHOU, type Scene, XINING } from './scene.ts';

/** Figures follow what happens within moments: they are told of it by a queue. */
export const figuresTell = async ({ desk }: Scene, { first }: { readonly first: string }): Promise<void> => {
  const ofTeam = () =>
    desk('coordinator', LANZHOU).call(figureRoutes.readFigures, { query: { of: 'team', subject: first } });
  const { body: load } = await eventually(async () => {
    const answer = await ofTeam();
    return answer.body.total.arrived === 1 && answer.body.total.out === 0 ? answer : undefined;
  });
  expect(load.items).toMatchObject([
    { subject: first, name: { zh: expect.any(String) }, figures: { missions: 1, arrived: 1, calledOff: 0 } },
  ]);

  const { body: partner } = await eventually(async () => {
    const query = { of: 'partner', subject: LANZHOU, kind: 'water-rescue' } as const;
    const answer = await desk('auditor', XINING).call(figureRoutes.readFigures, { query });
    return answer.body.total.arrived > 0 ? answer : undefined;
  });
  const { total } = partner;
  expect(total.filled).toBeGreaterThanOrEqual(1);
  expect(total.fillRate).toBeGreaterThan(0);
  expect(total.reply?.medianMinutes).toBeLessThanOrEqual(10);
  expect(total.arrival).toBeDefined();
  expect(partner.items.map(({ subject }) => subject)).toEqual([LANZHOU]);
};
