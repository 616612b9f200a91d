import { ConditionTag, Confirmed } from './condition-tag.tsx';
import type { EntryColumn, EntryStanding, Filter } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';

/** Whether an entry can be had. */
export const conditionColumn: EntryColumn<Required<Pick<EntryStanding, 'condition'>>> = {
  title: REGISTRY.words['column.condition'],
  width: '8rem',
  cell: ({ condition }) => <ConditionTag condition={condition} />,
};

/** When it was last confirmed. */
export const confirmedColumn: EntryColumn<EntryStanding> = {
  title: REGISTRY.words['column.confirmed'],
  width: '9rem',
  cell: (entry) => <Confirmed {...entry} />,
};

/** Only what can be had now. */
export const availableFilter: Filter = { name: 'available', label: REGISTRY.words['filter.available'] };
