import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyIdOf } from '../../../scripts/walkthrough/steps/agreement.ts';
import { exportStory, readStory, verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { keepStory, NotVerified, verifyOffline } from '../../../scripts/walkthrough/verify-offline.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { Deployment } from '../deployment.ts';
import { committed } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, statusOf, XINING } from './scene.ts';

/** What each city can prove of what happened. */
export const describeLedgers = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;

  const ends = [
    { city: XINING, kind: 'request' },
    { city: LANZHOU, kind: 'received-request' },
  ] as const;

  describe.concurrent('the ledger', () => {
    test('tells the whole story at both ends, who and when, on whose authority', async () => {
      const began = now();
      const { requestId, agreementId, deploymentId } = await committed(scene);
      const here = await readStory(desk, XINING, 'request', requestId);
      expect(here.chapters.map(({ kind, id }) => [kind, id])).toEqual([
        ['request', requestId],
        ['deployment', deploymentId],
      ]);
      const entries = here.chapters[0]?.entries ?? [];
      expect(entries.map(({ type, actor }) => [type, actor.kind === 'person' ? actor.id : actor.kind])).toEqual([
        ['requestDrafted', `coordinator@${XINING}`],
        ['requestApproved', `approver@${XINING}`],
        ['requestPlaced', `coordinator@${XINING}`],
        ['answerReceived', 'city'],
        ['teamsRequisitioned', `representative@${XINING}`],
        ['commitmentReceived', 'city'],
      ]);
      expect(entries.every(({ at }) => at >= began && at <= now())).toBe(true);
      const there = await readStory(desk, LANZHOU, 'received-request', requestId);
      const committing = there.chapters[0]?.entries.find(({ type }) => type === 'requisitionCommitted');
      expect(committing).toMatchObject({ actor: { id: `representative@${LANZHOU}` }, authority: agreementId });
    });

    test('verifies at both ends, and exports a file that verifies without the service', async () => {
      const { requestId } = await committed(scene);
      const keyIds = { [XINING]: await keyIdOf(desk, XINING), [LANZHOU]: await keyIdOf(desk, LANZHOU) };
      for (const { city, kind } of ends) {
        const verification = await verifyStory(desk, city, kind, requestId);
        expect(verification).toMatchObject({ intact: true, entries: expect.any(Number) });
        expect(verification.messages).toBeGreaterThanOrEqual(4);
        const kept = keepStory(await exportStory(desk, city, kind, requestId));
        expect(await verifyOffline(kept.path, keyIds)).toMatch(
          new RegExp(`^verified: ${verification.entries} ledger entries, \\d+ signed messages, sealed by ${city}$`),
        );
        kept.remove();
      }
    });

    test('exports a file in which no word can be changed, nor another key be passed off', async () => {
      const { requestId } = await committed(scene);
      const story = await exportStory(desk, XINING, 'request', requestId);
      const kept = keepStory(story);
      const changed = JSON.stringify(story).replace('转移被洪水围困的群众', '转移被洪水围困的游客');
      writeFileSync(kept.path, changed);
      await expect(verifyOffline(kept.path, {})).rejects.toThrow(NotVerified);
      writeFileSync(kept.path, JSON.stringify(story));
      const wrong = { [LANZHOU]: await keyIdOf(desk, XINING) };
      await expect(verifyOffline(kept.path, wrong)).rejects.toThrow(`${LANZHOU} did not sign with`);
      kept.remove();
    });

    test('is for readers, and for things there are', async () => {
      const id = '0190b000-0000-7000-8000-000000000000';
      const params = { kind: 'request', id } as const;
      const leader = desk('team-leader', XINING).call(ledgerRoutes.readStory, { params });
      expect(await statusOf(leader)).toBe(403);
      const none = desk('auditor', XINING).call(ledgerRoutes.readStory, { params });
      expect(await refusalOf(none)).toMatchObject({ status: 404, code: 'not-found' });
    });
  });
};
