import { type Instant, MINUTE_MS, plus } from '../domain/kernel/instant.ts';
import { type PartnerLinkRow, PartnerLinkRowSchema } from './rows.ts';
import type { Item, Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** A partner's row is as exact as this, milliseconds: so it costs a write a minute at most, however much a partner has to say. */
const EXACT_TO_MS = MINUTE_MS;

/** What came of a partner whose signature proves it. */
export interface Heard {
  readonly city: string;
  readonly at: Instant;
  /** Whether it was its word on a message of ours. */
  readonly confirms: boolean;
}

const isStale = (known: Instant | undefined, at: Instant): boolean =>
  known === undefined || plus(known, EXACT_TO_MS) <= at;

/**
 * @returns the write that remembers when a partner was heard of; `undefined` where it is known well enough.
 * @param item the partner's row as it was read.
 */
export const heardWrite = (item: Item | undefined, { city, at, confirms }: Heard): Write | undefined => {
  const known = item && PartnerLinkRowSchema.parse(item);
  if (!isStale(known?.heardAt, at) && !(confirms && isStale(known?.confirmedAt, at))) return undefined;
  const confirmedAt = confirms ? at : known?.confirmedAt;
  const row: PartnerLinkRow = {
    ...keys.partnerLink(city),
    entity: ENTITY.partnerLink,
    city,
    heardAt: at,
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
  };
  return { kind: 'put', item: row };
};

/** Names the list of quarantined messages with no more than who they claim to come from. */
export const QUARANTINED_FROM_LIST = 'quarantined-from';
