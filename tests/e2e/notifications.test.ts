import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { HOUR_MS, MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import { notificationSettingsRoutes as routes } from '../../shared/http/routes/notification-settings.ts';
import { notificationRoutes } from '../../shared/http/routes/notifications.ts';
import { rosterRoutes } from '../../shared/http/routes/rosters.ts';
import type { PersonSettingsBody } from '../../shared/http/views/notification-settings.ts';
import { WEBHOOK_HEADERS, webhookSignature } from '../../shared/notify/webhook-signature.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { sceneOf, XINING } from './suite/scene.ts';

const KEY = 'a-key-of-sixteen-characters-or-more';

/** What came to the webhooks of this test, by their paths. */
const got: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
const server = createServer(async (message, response) => {
  got.push({ path: message.url ?? '', headers: message.headers, body: await text(message) });
  response.writeHead(204).end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const embedded = await startEmbedded({ clock, scheduleSeconds: 0, privateChannels: true });
const { runtime, deployment } = embedded;
const { desk } = sceneOf(deployment);
afterAll(async () => {
  await embedded.stop();
  server.close();
});

const toldBy = async (role: 'duty-officer' | 'coordinator', path: string): Promise<void> => {
  const address = { url: `${base}/${path}`, key: KEY };
  const ways: PersonSettingsBody['ways'] = [{ channel: 'webhook', urgencies: ['urgent'], address }];
  const body = { language: 'zh', ways } as const;
  await desk(role, XINING).call(routes.saveOwnNotificationSettings, { body, ifMatch: '"0"' });
};

const about = (words: string, path?: string) =>
  got.filter(({ body, path: at }) => body.includes(words) && (path === undefined || at === `/${path}`));

test('a webhook comes once, signed, and the keys are in a file that its owner only may read', async () => {
  await toldBy('coordinator', 'coordinator');
  const { body } = await desk('coordinator', XINING).call(routes.tryOwnNotificationSettings, {});
  await eventually(async () => about(body.noticeId).length > 0, { what: 'the webhook' });
  const [{ headers, body: sent } = expect.unreachable('nothing came')] = about(body.noticeId);
  const timestamp = String(headers[WEBHOOK_HEADERS.timestamp]);
  expect(headers[WEBHOOK_HEADERS.signature]).toBe(webhookSignature(KEY, timestamp, sent));
  await runtime.runSchedule('clock', XINING);
  expect(about(body.noticeId)).toHaveLength(1);
  const { mode } = statSync(join(embedded.dataDirectory, 'secrets', `${XINING}.json`));
  expect(mode & 0o777).toBe(0o600);
});

test('what is urgent and not read goes to the next on the duty roster, until somebody reads it', async () => {
  const officer = desk('duty-officer', XINING);
  await toldBy('duty-officer', 'officer');
  const at = clock.now();
  const person = (name: string, role: string) => ({ name, telephone: '000-0000-0000', personId: `${role}@${XINING}` });
  const office = { name: '值班室（演示）', line: '000-0000-0000', escalation: [] };
  await officer.call(rosterRoutes.establishRoster, { body: office });
  const shift = {
    from: plus(at, -HOUR_MS),
    until: plus(at, 20 * HOUR_MS),
    lead: person('带班', 'coordinator'),
    onDuty: [person('值班', 'duty-officer')],
  };
  await officer.call(rosterRoutes.planShifts, {
    params: { officeId: dutyRoomOffice(XINING) },
    body: { shifts: [shift] },
  });

  // Nobody is on duty after this shift, which the clock finds and is urgent.
  await runtime.runSchedule('clock', XINING);
  const urgent = async () =>
    (await officer.call(notificationRoutes.listOwnNotices, { query: { urgency: 'urgent', unread: 'true' } })).body
      .items[0];
  await eventually(async () => (await urgent()) !== undefined, { what: 'an urgent notice' });
  const noticeId = (await urgent())?.noticeId ?? '';
  await eventually(async () => about(noticeId, 'officer').length === 1, { what: 'the first on duty being told' });
  expect(about(noticeId, 'coordinator')).toEqual([]);

  ahead += 6 * MINUTE_MS;
  await runtime.runSchedule('clock', XINING);
  await eventually(async () => about(noticeId, 'coordinator').length === 1, { what: 'the next being told' });
  await officer.call(notificationRoutes.markNoticesRead, { body: { upTo: noticeId } });
  ahead += 6 * MINUTE_MS;
  await runtime.runSchedule('clock', XINING);
  const log = async () => (await officer.call(routes.listDeliveries, { params: { noticeId } })).body;
  await eventually(async () => (await log()).escalation?.end !== undefined, { what: 'the end of it' });
  expect((await log()).escalation).toMatchObject({
    steps: [{ name: '值班' }, { name: '带班' }],
    end: { how: 'read', by: { id: `duty-officer@${XINING}` } },
  });
  expect(about(noticeId)).toHaveLength(2);
});
