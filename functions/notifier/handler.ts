import { readingOnce } from '../../shared/data/reading-once.ts';
import type { Item, Key } from '../../shared/data/store.ts';
import { ENTITY } from '../../shared/data/table.ts';
import { onRows } from '../../shared/lambda/row-queue.ts';
import { WakeRowSchema } from '../../shared/notify/wake.ts';
import { deliver } from './deliver.ts';
import { escalate } from './escalate.ts';
import { fanOut } from './fan-out.ts';
import type { NotifierCell } from './notifier-cell.ts';

/**
 * Brings notices to people: works out on which ways whom, when the table tells of a new notice; sends, when it tells of a delivery or
 * the clock of one whose time has come; goes on to the next when nobody reads what is urgent. What fails comes again.
 */
export const createHandler = (cell: NotifierCell) =>
  onRows(async (notes) => {
    const rows = await cell.store.getMany(distinct(notes));
    const again = new Set<string>();
    // Who is to be told of one notice is to be told of most others.
    const fanning = { ...cell, store: readingOnce(cell.store) };
    const tried = async (row: Item): Promise<void> => {
      try {
        await (row.entity === ENTITY.notice ? fanOut(fanning, row) : workOn(cell, row));
      } catch (error) {
        cell.log.error('a notice could not be worked on', { pk: row.pk, sk: row.sk, error: error as Error });
        again.add(row.pk);
      }
    };
    const oneByOne = async (some: readonly Item[]): Promise<void> => {
      for (const row of some) await tried(row);
    };
    const forRobots = rows.filter(isForRobot);
    await Promise.all([oneByOne(forRobots), ...rows.filter((row) => !forRobots.includes(row)).map(tried)]);
    return again;
  });

/** Those who use the same robot would only get in one another's way. */
const isForRobot = ({ entity, channel }: Item): boolean =>
  entity === ENTITY.delivery && (channel === 'wecom' || channel === 'dingtalk');

const distinct = (keys: readonly Key[]): readonly Key[] => [
  ...new Map(keys.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }])).values(),
];

const workOn = async (cell: NotifierCell, row: Item): Promise<void> => {
  switch (row.entity) {
    case ENTITY.delivery:
      return deliver(cell, row);
    case ENTITY.noticeEscalation:
      return escalate(cell, row);
    case ENTITY.notificationWake: {
      const woken = await cell.store.get(WakeRowSchema.parse(row).of);
      return woken && workOn(cell, woken);
    }
  }
};
