import type { Instant } from '../kernel/instant.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import type { LookupAvailability } from './lookup-query.ts';

/** When something is wanted; both ends count. */
export interface Wanted {
  readonly from: Instant;
  readonly until: Instant;
}

/** @returns whether an entry is free all the time it is wanted, or the first reason why not. */
export const availabilityAt = (entry: RegistryEntry, { from, until }: Wanted): LookupAvailability => {
  const { validFrom, validUntil, blocked, supply } = entry;
  if (validFrom !== undefined && from < validFrom)
    return {
      free: false,
      code: 'not-yet-valid',
      text: { zh: `自${validFrom}起方有效`, en: `not valid before ${validFrom}` },
    };
  if (validUntil !== undefined && until >= validUntil)
    return {
      free: false,
      code: 'no-longer-valid',
      text: { zh: `有效期至${validUntil}`, en: `valid until ${validUntil} only` },
    };
  const period = blocked.find((each) => each.from <= until && from < each.until);
  if (period)
    return {
      free: false,
      code: 'blocked',
      text: { zh: `${period.from}至${period.until}不可用`, en: `not free from ${period.from} until ${period.until}` },
    };
  if (supply && supply.free <= 0)
    return { free: false, code: 'nothing-left', text: { zh: '现无可用数量', en: 'nothing is left of it' } };
  return { free: true };
};
