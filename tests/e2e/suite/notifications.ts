import { describe, expect, test } from 'vitest';
import { anAgency, aTask } from '../../../scripts/walkthrough/agency-payloads.ts';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aFlood } from '../../../scripts/walkthrough/payloads.ts';
import { type Client, createClient } from '../../../shared/http/client.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { changeFeedRoutes } from '../../../shared/http/routes/change-feed.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import { notificationRoutes } from '../../../shared/http/routes/notifications.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { PersonSettingsBody } from '../../../shared/http/views/notification-settings.ts';
import type { Deployment } from '../deployment.ts';
import { now, sceneOf, statusOf, XINING } from './scene.ts';

/** Everybody their own notices and changes, and nobody those of others. */
export const describeNotifications = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', XINING);

  /** Follows the changes that somebody may see, from now on. @returns what reads those since it was last asked. */
  const following = async (client: Client) => {
    let { cursor } = (await client.call(changeFeedRoutes.readChanges, {})).body;
    const told: { kind: string; id: string }[] = [];
    return async () => {
      for (let more = true; more; ) {
        const { body } = await client.call(changeFeedRoutes.readChanges, { query: { since: cursor } });
        told.push(...body.changes);
        ({ cursor, more } = body);
      }
      return told;
    };
  };

  describe.concurrent('notifications', () => {
    test('a change is told once to whoever may see it, and not to others', async () => {
      const { agencyId } = (
        await coordinator.call(agencyRoutes.registerAgency, { body: anAgency(XINING, now(), '通知队（演示）') })
      ).body;
      const officer = createClient({
        baseUrl: deployment.baseUrl(XINING),
        token: () => deployment.token('agency-officer', XINING, agencyId),
      });
      const expert = desk('expert', XINING);
      const [city, agency, outside] = await Promise.all([coordinator, officer, expert].map(following));
      const { incidentId } = (await coordinator.call(incidentRoutes.openIncident, { body: aFlood(XINING, now()) }))
        .body;
      const { taskId } = (
        await coordinator.call(taskRoutes.sendTask, {
          body: { source: 'incident', incidentId, details: aTask(XINING, now()), agencies: [agencyId] },
        })
      ).body;
      const of = (told: readonly { id: string }[] = [], id: string) => told.filter((change) => change.id === id).length;
      await city?.();
      const all = await city?.();
      expect([of(all, incidentId), of(all, taskId)]).toEqual([1, 1]);
      const theirs = await agency?.();
      expect([of(theirs, incidentId), of(theirs, taskId)]).toEqual([0, 1]);
      expect([of(await outside?.(), incidentId), of(await outside?.(), taskId)]).toEqual([0, 0]);
    });

    test('a trial comes to whoever asked for it, is unread, and is read', async () => {
      const auditor = desk('auditor', XINING);
      const { noticeId } = (await auditor.call(notificationSettingsRoutes.tryOwnNotificationSettings, {})).body;
      const own = async () => (await auditor.call(notificationRoutes.listOwnNotices, { query: { limit: 200 } })).body;
      expect((await own()).items.find((notice) => notice.noticeId === noticeId)).toMatchObject({ read: false });
      await auditor.call(notificationRoutes.markNoticesRead, { body: { noticeIds: [noticeId] } });
      expect((await own()).items.find((notice) => notice.noticeId === noticeId)).toMatchObject({ read: true });
      const others = await coordinator.call(notificationRoutes.listOwnNotices, { query: { limit: 200 } });
      expect(others.body.items.map((notice) => notice.noticeId)).not.toContain(noticeId);
    });

    test('where somebody is reached is shown to nobody; what cannot be delivered there is listed', async () => {
      const approver = desk('approver', XINING);
      const { etag: ifMatch = '' } = await approver.call(notificationSettingsRoutes.readOwnNotificationSettings, {});
      const address = { url: 'https://127.0.0.1:1/hook-with-a-SECRET', key: 'SECRET-of-sixteen-characters' };
      const ways: PersonSettingsBody['ways'] = [{ channel: 'webhook', urgencies: ['urgent'], address }];
      const body = { language: 'zh', ways } as const;
      const saved = await approver.call(notificationSettingsRoutes.saveOwnNotificationSettings, { body, ifMatch });
      expect(saved.body).toMatchObject({ ways: [{ channel: 'webhook', shown: '127.0.0.1:1' }] });
      const { noticeId } = (await approver.call(notificationSettingsRoutes.tryOwnNotificationSettings, {})).body;
      const undelivered = async () =>
        (
          await approver.call(notificationSettingsRoutes.listUndeliveredNotices, { query: { limit: 200 } })
        ).body.items.find((one) => one.noticeId === noticeId);
      await eventually(async () => (await undelivered()) !== undefined, { what: 'the delivery that was given up' });
      expect(JSON.stringify([saved.body, await undelivered()])).not.toContain('SECRET');
      await approver.call(notificationSettingsRoutes.saveOwnNotificationSettings, {
        body: { language: 'zh', ways: [] },
        ifMatch: saved.etag ?? '',
      });
    });

    test('the channels of the duty room are for the administrator to set', async () => {
      const call = coordinator.call(notificationSettingsRoutes.saveNotificationChannels, {
        body: { language: 'zh', ways: [] },
        ifMatch: '"0"',
      });
      expect(await statusOf(call)).toBe(403);
    });
  });
};
