import type { Write } from '../../shared/data/store.ts';
import { type Instant, MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { type DeliveryRow, replacing, until } from '../../shared/notify/delivery-row.ts';

/** How long whoever sends has a delivery to themselves, milliseconds; longer than a function lives. */
const LEASE_MS = 2 * MINUTE_MS;

/** @returns the row as whoever sends it takes it. */
const taken = (row: DeliveryRow, now: Instant): DeliveryRow =>
  until({ ...row, state: 'sending', attempts: row.attempts + 1 }, plus(now, LEASE_MS));

/** @returns the row as it stands once it is taken, and the write that takes it. */
export const takingOf = (row: DeliveryRow, now: Instant): { readonly row: DeliveryRow; readonly write: Write } => {
  const after = taken(row, now);
  return { row: { ...after, version: row.version + 1 }, write: replacing(row, after) };
};
