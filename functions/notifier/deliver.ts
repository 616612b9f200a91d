import type { Item } from '../../shared/data/store.ts';
import { written } from '../../shared/data/written.ts';
import { DeliveryRowSchema, isToBeMade } from '../../shared/notify/delivery-row.ts';
import type { NotifierCell } from './notifier-cell.ts';
import { deliverByRobot } from './robot-queue.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';
import { takingOf } from './taking.ts';

/**
 * Makes a delivery whose time has come. It is taken before it is sent, so that of several who are told of it one sends it; whoever dies
 * in between leaves it to the clock, and it is sent again under the same id.
 */
export const deliver = async (cell: NotifierCell, item: Item): Promise<void> => {
  const row = DeliveryRowSchema.parse(item);
  const now = cell.clock.now();
  if (!isToBeMade(row, now)) return;
  if (row.to.who === 'duty-room' && row.channel !== 'webhook') return deliverByRobot(cell, row, row.to.wayId);
  const taking = takingOf(row, now);
  if (!(await written(cell, [taking.write]))) return;
  await settle(cell, [taking.row], await send(cell, [taking.row]));
};
