import type { Key, Write } from '../../shared/data/store.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { written } from '../../shared/data/written.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { usableAt } from '../../shared/domain/notification/robot-limit.ts';
import {
  type DeliveryRow,
  DeliveryRowSchema,
  isToBeMade,
  replacing,
  until,
  withTry,
} from '../../shared/notify/delivery-row.ts';
import {
  type RobotWindow as Window,
  RobotWindowSchema as WindowSchema,
  waitingKey,
} from '../../shared/notify/robot-window.ts';
import { ROBOT_MESSAGES_A_MINUTE } from '../../shared/notify/robots.ts';
import type { NotifierCell } from './notifier-cell.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';
import { takingOf } from './taking.ts';

/** Deliveries that are put into one message at most: what fits a transaction that takes them all. */
const TOGETHER = 30;
/** How often it is tried to be the next to use a robot, before the clock has to. */
const ATTEMPTS = 12;

const readWindow = async ({ store }: NotifierCell, wayId: string): Promise<Window | undefined> => {
  const item = await store.get(keys.robotWindow(wayId));
  return item && WindowSchema.parse(item);
};

/** @returns the write that notes that a robot is used now. */
const useWrite = (window: Window | undefined, wayId: string, now: Instant): Write => {
  const item: Window = {
    ...keys.robotWindow(wayId),
    entity: ENTITY.robotWindow,
    version: (window?.version ?? 0) + 1,
    sent: [...(window?.sent ?? []), now].slice(-ROBOT_MESSAGES_A_MINUTE),
  };
  const condition = window
    ? ({ kind: 'equals', attribute: 'version', value: window.version } as const)
    : ({ kind: 'absent' } as const);
  return { kind: 'put', item, condition };
};

/** What waits for the robot besides: all of it goes along. */
const waitingFor = async ({ store }: NotifierCell, wayId: string, besides: DeliveryRow) => {
  const { items } = await store.query({ pk: waitingKey(wayId, '').pk, limit: TOGETHER });
  const wanted = items.map(({ card }) => card as Key).filter(({ sk }) => sk !== besides.sk);
  if (wanted.length === 0) return [];
  const rows = (await store.getMany(wanted)).map((item) => DeliveryRowSchema.parse(item));
  return rows.filter(({ state }) => state === 'waiting');
};

/** Lets a delivery wait until the robot may be used again; then all that wait go in one message. */
const putOff = (row: DeliveryRow, wayId: string, usable: Instant, now: Instant): readonly Write[] => [
  replacing(row, until(withTry({ ...row, state: 'waiting' }, { at: now, outcome: 'put-off' }), usable)),
  {
    kind: 'put',
    item: { ...waitingKey(wayId, row.id), entity: ENTITY.listing, card: { pk: row.pk, sk: row.sk } },
  },
];

const attempt = async (cell: NotifierCell, row: DeliveryRow, wayId: string): Promise<boolean> => {
  const now = cell.clock.now();
  const window = await readWindow(cell, wayId);
  const usable = usableAt(window?.sent ?? [], ROBOT_MESSAGES_A_MINUTE, now);
  if (usable > now) return written(cell, putOff(row, wayId, usable, now));
  const others = await waitingFor(cell, wayId, row);
  const [first, ...rest] = [takingOf(row, now), ...others.map((other) => takingOf(other, now))];
  if (!first) return true;
  const takings = [first, ...rest];
  const freed = takings.map((taking): Write => ({ kind: 'delete', key: waitingKey(wayId, taking.row.id) }));
  const writes = [useWrite(window, wayId, now), ...takings.map(({ write }) => write), ...freed];
  if (!(await written(cell, writes))) return false;
  const rows = [first.row, ...rest.map((taking) => taking.row)] as const;
  await settle(cell, rows, await send(cell, rows));
  return true;
};

/**
 * Makes a delivery by a robot that takes so many messages a minute: what is over waits, and goes in one message when the minute is over.
 * Whoever is beaten looks anew: the delivery may have gone along with others.
 */
export const deliverByRobot = async (cell: NotifierCell, row: DeliveryRow, wayId: string): Promise<void> => {
  let current = row;
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    if (await attempt(cell, current, wayId)) return;
    const item = await cell.store.get(row);
    if (!item) return;
    current = DeliveryRowSchema.parse(item);
    if (!isToBeMade(current, cell.clock.now())) return;
  }
};
