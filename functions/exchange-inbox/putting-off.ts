import type { Setting } from '../../shared/data/change.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { SCOPE_REFUSALS } from '../../shared/domain/agreement/agreement-scope.ts';
import { DAY_MS, HOUR_MS, type Instant, millisecondsBetween } from '../../shared/domain/kernel/instant.ts';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import type { Incoming } from '../../shared/exchange/conversation.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import { QUARANTINE } from '../../shared/exchange/quarantine-reasons.ts';
import type { InboxCell } from './inbox-cell.ts';
import type { Rows } from './message-fate.ts';

/**
 * For how long a message that seems to have overtaken another is left unreceipted, so that its sender repeats it: twice the
 * longest time between two sendings. Then it is refused after all.
 */
const PUT_OFF_FOR_MS = 2 * HOUR_MS;

/** Statuses of an agreement that a message still under way may be about to change. */
const PASSING: readonly unknown[] = ['proposed', 'signed', 'suspended'];

/**
 * Order holds within a conversation only. A request may overtake the signature, declaration or resumption that allows it, and
 * a report the commitment that opens its deployment. @returns whether a refusal may be owed to that, and is not yet due.
 */
export const mayBeEarly = (
  { reason, parameters }: Refusal,
  { agreement, envelope }: Incoming,
  { putOffSince }: Rows,
  now: Instant,
): boolean => {
  if (putOffSince !== undefined && millisecondsBetween(putOffSince, now) >= PUT_OFF_FOR_MS) return false;
  if (reason === QUARANTINE.unknownKey) return agreement?.status === 'proposed' && !agreement.keys[envelope.from];
  if (reason === SCOPE_REFUSALS.notArmed) return true;
  if (reason === SCOPE_REFUSALS.notInForce) return PASSING.includes(parameters.status);
  return reason.category === 'missing';
};

/** Leaves a message to its sender's next repeat, and remembers since when. */
export const putOff = async (
  { store, log }: Pick<InboxCell, 'store' | 'log'>,
  { id, type, conversation }: Envelope,
  { putOffSince }: Rows,
  { circumstances: { now, newId } }: Setting,
): Promise<void> => {
  log.info('put off', { messageId: id, type, conversation, since: putOffSince ?? now });
  if (putOffSince !== undefined) return;
  const expiresAtEpochSeconds = Math.floor((Date.parse(now) + 30 * DAY_MS) / 1000);
  const item = { ...keys.putOff(id), entity: ENTITY.putOff, since: now, expiresAtEpochSeconds };
  await store.transact([{ kind: 'put', item }], newId());
};
