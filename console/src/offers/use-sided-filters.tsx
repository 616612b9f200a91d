import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { choicesOf } from '../parts/choice.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { useListFilters } from './use-list-filters.ts';

/** What is said about the filters; both books of words have these. */
type SidedWord<S extends string> = `side.${'label' | 'any' | S}` | `status.${'label' | 'any'}`;

interface SidedFiltersOptions<S extends string, T extends string> {
  /** On which side of such a thing this city can be. */
  readonly sides: readonly S[];
  readonly statuses: Readonly<Record<T, Text>>;
  readonly say: (word: SidedWord<NoInfer<S>>) => string;
  readonly read: (text: Text) => string;
}

interface SidedFilters<S extends string, T extends string> {
  readonly filters: ReactNode;
  readonly query: { readonly side?: S; readonly status?: T };
}

/** @returns filters for a list of things between two cities, as they stand in the address, and what to ask the API for. */
export const useSidedFilters = <S extends string, T extends string>(
  options: SidedFiltersOptions<S, T>,
): SidedFilters<S, T> => {
  const { sides, say, read } = options;
  const { chosen, set } = useListFilters();
  const statuses = choicesOf(options.statuses, read);
  const side = chosen('side', sides);
  const status = chosen(
    'status',
    statuses.map(([value]) => value),
  );
  return {
    filters: (
      <div className="filters">
        <LabelledChoice
          label={say('side.label')}
          none={say('side.any')}
          value={side}
          options={sides.map((value) => [value, say(`side.${value}`)] as const)}
          onChange={(value) => set('side', value)}
        />
        <LabelledChoice
          label={say('status.label')}
          none={say('status.any')}
          value={status}
          options={statuses}
          onChange={(value) => set('status', value)}
        />
      </div>
    ),
    query: { ...(side === undefined ? {} : { side }), ...(status === undefined ? {} : { status }) },
  };
};
