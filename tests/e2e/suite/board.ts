import { describe, expect, test } from 'vitest';
import { MINUTE_MS, millisecondsBetween } from '../../../shared/domain/kernel/instant.ts';
import { boardRoutes } from '../../../shared/http/routes/board.ts';
import type { Deployment } from '../deployment.ts';
import { asked } from './missions.ts';
import { LANZHOU, now, sceneOf, XINING } from './scene.ts';

/** What is due, and by which rules. How it goes on when nobody moves takes hours: where clocks can be put forward, clocks.test.ts shows it. */
export const describeBoard = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const coordinator = scene.desk('coordinator', XINING);

  describe('the board', () => {
    test('shows of a placed request whose answer is due, and when', async () => {
      const { requestId } = await asked(scene);
      const query = { handOff: 'answer', withinHours: 720, limit: 200 } as const;
      const { body } = await coordinator.call(boardRoutes.readBoard, { query });
      const entry = body.items.find(({ id }) => id === requestId);
      expect(entry).toMatchObject({ kind: 'request', waiting: [{ waitsFor: { who: 'city', city: LANZHOU } }] });
      const left = millisecondsBetween(now(), entry?.due ?? '') / MINUTE_MS;
      expect(Math.abs(left - (entry?.minutesLeft ?? 0))).toBeLessThan(2);
      expect(body.counts?.due.count).toBeGreaterThan(0);
    });

    test('goes by a table that anybody of the duty room can read', async () => {
      const { body } = await scene.desk('auditor', LANZHOU).call(boardRoutes.readDeadlineRules, {});
      expect(body.city).toBe(LANZHOU);
      expect(body.handOffs.map(({ handOff }) => handOff)).toContain('check-in');
    });

    test('goes by clocks that nobody can put forward through the API of a city', async () => {
      const body = JSON.stringify({ advanceMinutes: 60 });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${deployment.baseUrl(XINING)}/_local/clock`, { method: 'POST', headers, body });
      expect(response.status).toBe(404);
    });
  });
};
