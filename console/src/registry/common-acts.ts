import type { RouteContract } from '../../../shared/http/route.ts';
import { periods, reason } from './common-fields.tsx';
import type { Act } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';

interface Kept {
  readonly status: string;
}

/** Statuses of entries that are no longer kept. */
const GONE: readonly string[] = ['retired', 'left', 'discontinued'];

/** @returns whether an entry is still kept. */
export const isKept = ({ status }: Kept): boolean => !GONE.includes(status);

/** Somebody who answers for an entry says that it is right as it is. */
export const confirming = <View extends Kept>(contract: RouteContract): Act<View> => ({
  contract,
  label: REGISTRY.words.confirm,
  about: REGISTRY.words['confirm.what'],
  isOpen: isKept,
});

/** An entry is taken out of the registry. */
export const retiring = <View extends Kept>(contract: RouteContract, label = REGISTRY.words.retire): Act<View> => ({
  contract,
  label,
  fields: [reason],
  danger: true,
  isOpen: isKept,
});

interface Periods {
  readonly periods: readonly object[];
}

/** When something can and cannot be had is arranged anew. */
export const settingPeriods = <View extends Kept & Periods>(contract: RouteContract): Act<View> => ({
  contract,
  label: REGISTRY.words['availability.set'],
  fields: [periods],
  startsWith: ({ periods: arranged }) => ({ periods: arranged }),
  bodyOf: (values) => ({
    periods: ((values as Partial<Periods>).periods ?? []).map((period) => ({ available: false, ...period })),
  }),
  isOpen: isKept,
});
