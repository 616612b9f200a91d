import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { ChoiceInput } from './controls/choice-controls.tsx';
import { queryOf, searchWith } from './list-query.ts';
import type { Filter } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';

interface FilterInputProps {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const FilterInput = ({ filter, value, onChange }: FilterInputProps): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const { name, label, choices, Input } = filter;
  const id = `filter-${name}`;
  if (!choices && !Input)
    return (
      <Checkbox checked={value === 'true'} onChange={({ target }) => onChange(target.checked ? 'true' : undefined)}>
        {read(label)}
      </Checkbox>
    );
  return (
    <span className="registry-filter">
      <label htmlFor={id}>{read(label)}</label>
      {Input && <Input id={id} value={value} onChange={onChange} />}
      {choices && (
        <ChoiceInput
          id={id}
          choices={choices}
          none={say('all')}
          value={value}
          onChange={(chosen) => onChange(chosen === undefined ? undefined : String(chosen))}
        />
      )}
    </span>
  );
};

interface RegistryFiltersProps {
  readonly filters: readonly Filter[];
  /** Beside the conditions. */
  readonly children: ReactNode;
}

/** The conditions of a list. They stand in the address, so that a view can be kept and sent on. */
export const RegistryFilters = ({ filters, children }: RegistryFiltersProps): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const [search, setSearch] = useSearchParams();
  const isFiltered = Object.keys(queryOf(filters, search)).length > 0;
  return (
    <div className="filters">
      {filters.map((filter) => (
        <FilterInput
          key={filter.name}
          filter={filter}
          value={search.get(filter.name) ?? undefined}
          onChange={(value) => setSearch(searchWith(filters, search, { name: filter.name, value }), { replace: true })}
        />
      ))}
      {isFiltered && <Button onClick={() => setSearch({}, { replace: true })}>{say('filter.clear')}</Button>}
      {children}
    </div>
  );
};
