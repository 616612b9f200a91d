import { AGGREGATE_KINDS } from '../../../shared/domain/kernel/aggregate.ts';

/** By what entries can be looked for, one at a time, and the parameter of the API's that it is. */
export const FILTERS = { kind: 'kind', type: 'type', city: 'actor', clock: 'actor', person: 'actor' } as const;
export type Filter = keyof typeof FILTERS;

const isFilter = (name: string | null): name is Filter => name !== null && name in FILTERS;

/** What the address of the search says. */
export interface Sought {
  readonly by: Filter | undefined;
  /** Of the filter; empty while it is still to be chosen. */
  readonly value: string;
  /** In China, e.g. `2026-07-18`; empty for any. */
  readonly day: string;
}

export const soughtIn = (search: URLSearchParams): Sought => {
  const by = search.get('by');
  return {
    by: isFilter(by) ? by : undefined,
    value: by === 'clock' ? 'clock' : (search.get('value') ?? ''),
    day: search.get('day') ?? '',
  };
};

const filterOf = ({ by, value }: Sought) => {
  if (by === undefined || value === '') return {};
  if (FILTERS[by] !== 'kind') return { [FILTERS[by]]: value };
  const kind = AGGREGATE_KINDS.find((one) => one === value);
  return kind === undefined ? {} : { kind };
};

/** @returns what the API is asked: a filter without a value finds everything. */
export const queryOf = (sought: Sought) => ({
  ...filterOf(sought),
  ...(sought.day === '' ? {} : { day: sought.day }),
});
