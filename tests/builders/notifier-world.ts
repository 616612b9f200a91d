import type { SQSEvent } from 'aws-lambda';
import { v7 } from 'uuid';
import { ringClock } from '../../functions/clock/ring-clock.ts';
import { createHandler as createNotifications } from '../../functions/notifications/handler.ts';
import { createHandler as createNotifier } from '../../functions/notifier/handler.ts';
import { createHandler as createRosters } from '../../functions/rosters/handler.ts';
import { noticeRowWrites } from '../../shared/data/notices.ts';
import type { Key } from '../../shared/data/store.ts';
import { ENTITY } from '../../shared/data/table.ts';
import type { NoticeDraft } from '../../shared/domain/kernel/aggregate.ts';
import { type Instant, MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { notificationSettingsRoutes } from '../../shared/http/routes/notification-settings.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import type { Outbound } from '../../shared/notify/outbound.ts';
import { NOW, XINING } from './circumstances.ts';
import { createTestCell, type TestCall } from './test-cell.ts';

/** Rows that the notifier is told of when they come to be. */
const TOLD: readonly unknown[] = [ENTITY.notice, ENTITY.delivery, ENTITY.notificationWake];

export const ADMINISTRATOR = `administrator@${XINING}`;
export const OFFICER = `duty-officer@${XINING}`;

const sqsEvent = (keys: readonly Key[]): SQSEvent =>
  ({ Records: keys.map((key, n) => ({ messageId: String(n), body: JSON.stringify(key) })) }) as SQSEvent;

/** A city with people who are to be told, and a clock that is put forward by hand. */
export const notifierWorld = ({
  now = NOW,
  outbound,
}: {
  readonly now?: Instant;
  readonly outbound?: Outbound;
} = {}) => {
  let at = Date.parse(now);
  const newId = (): string => {
    at += 1;
    return v7({ msecs: at });
  };
  const test = createTestCell({ city: XINING, now, newId });
  const cell: Cell = outbound ? { ...test.cell, outbound } : test.cell;
  const told: Key[] = [];
  test.store.onChange(({ before, after }) => {
    if (before === undefined && after && TOLD.includes(after.entity)) told.push({ pk: after.pk, sk: after.sk });
  });
  const notifier = createNotifier(cell);
  const notifications = createNotifications(cell);
  const rosters = createRosters(cell);

  /** Has the notifier work on whatever it is told of until there is nothing left. @returns what it has been told. */
  const settle = async (): Promise<readonly Key[]> => {
    const all: Key[] = [];
    while (told.length > 0) {
      const some = told.splice(0, 10);
      all.push(...some);
      const { batchItemFailures } = await notifier(sqsEvent(some), {} as never);
      if (batchItemFailures.length > 0) throw new Error('the notifier failed');
    }
    return all;
  };

  /** Tells the notifier once more, as a queue may. */
  const tellAgain = async (keys: readonly Key[]): Promise<void> => {
    for (let n = 0; n < keys.length; n += 10) await notifier(sqsEvent(keys.slice(n, n + 10)), {} as never);
    await settle();
  };

  /** What the clock does once a minute. */
  const ring = async (): Promise<void> => {
    const { keys } = await test.store.queryDue(test.now(), 1000);
    for (const key of keys) await ringClock(cell, CONVERSATIONS, key);
    await settle();
  };

  const pass = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      test.setTime(plus(test.now(), MINUTE_MS));
      await ring();
    }
  };

  const call = (contract: RouteContract, request: TestCall) =>
    test.call(contract.tag === 'rosters' ? rosters : notifications, contract, request);

  const done = async (contract: RouteContract, request: TestCall): Promise<Record<string, unknown>> => {
    const { status, body } = await call(contract, request);
    if (status >= 300) throw new Error(`${contract.operationId}: ${status} ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  };

  /** Gives a notice, as an event does. @returns its id. */
  const give = async (words: string, draft: Partial<NoticeDraft> = {}, isExercise = false): Promise<string> => {
    const id = cell.newId();
    const notice = { urgency: 'routine', text: { zh: words, en: words }, ...draft } as const;
    const given = { id, at: test.now(), draft: notice, subject: { kind: 'incident', id: cell.newId() }, isExercise };
    await test.store.transact(noticeRowWrites(given), cell.newId());
    return id;
  };

  /** Saves somebody's settings, or the city's, over whatever is there. */
  const save = async (
    as: string,
    body: object,
    contract: RouteContract = notificationSettingsRoutes.saveOwnNotificationSettings,
  ) => {
    const read =
      contract.path === notificationSettingsRoutes.saveNotificationChannels.path
        ? notificationSettingsRoutes.readNotificationChannels
        : notificationSettingsRoutes.readOwnNotificationSettings;
    const { etag = '' } = (await call(read, { as })).headers;
    return done(contract, { as, body, headers: { 'if-match': etag } });
  };

  const deliveries = async (noticeId: string) =>
    (await done(notificationSettingsRoutes.listDeliveries, { as: OFFICER, params: { noticeId } })) as unknown as {
      deliveries: {
        deliveryId: string;
        channel: string;
        state: string;
        attempts: number;
        to: { who: string; personId?: string };
        tries: { outcome: string; reason?: string }[];
      }[];
      escalation?: {
        steps: { name: string; channel: string; at: string }[];
        end?: { how: string; by?: { id: string } };
      };
    };

  return {
    test,
    cell,
    told,
    notifier,
    notifications,
    settle,
    tellAgain,
    ring,
    pass,
    call,
    done,
    give,
    save,
    deliveries,
  };
};

export const saveChannels = notificationSettingsRoutes.saveNotificationChannels;
