import Select from 'antd/es/select';
import { type ReactNode, useEffect } from 'react';
import type * as z from 'zod';
import { useDesk, useMay } from '../../api/use-api.ts';
import { usePages } from '../../api/use-pages.ts';
import { type ReadInput, useRead } from '../../api/use-read.ts';
import { useSpeech } from '../../i18n/language.ts';
import { SubjectLink } from '../../parts/subject-link.tsx';
import type { Control } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import type { Answering, PageOf, RegistryArea } from '../registry-kind.ts';
import { REGISTRY } from '../registry-words.ts';

/** Kinds of entry that others name. */
type NamedKind = 'team' | 'depot' | 'agency' | 'equipment' | 'vehicle';

interface NamedEntry {
  readonly name: string;
  readonly number?: string;
  readonly status?: string;
}

/** As much as is asked for at once. */
const PAGE = 100;

const called = ({ name, number }: NamedEntry): string => (number === undefined ? name : `${name}（${number}）`);

/** @returns all entries of a kind that are still kept, by id and name; they come page by page. */
const useNamed = (
  area: RegistryArea<unknown, unknown>,
): readonly { readonly value: string; readonly label: string }[] => {
  const may = useMay();
  const { items, hasMore, isLoadingMore, loadMore } = usePages(
    area.list as Answering<PageOf<Readonly<Record<string, unknown>> & NamedEntry>>,
    { query: { limit: PAGE } } as unknown as ReadInput<z.ZodType, z.ZodType>,
    may(area.list),
  );
  useEffect(() => {
    if (hasMore && !isLoadingMore) loadMore();
  }, [hasMore, isLoadingMore, loadMore]);
  return items
    .filter(({ status }) => status !== 'retired')
    .map((entry) => ({ value: String(entry[area.idName]), label: called(entry) }));
};

interface ReferenceInputProps {
  readonly id?: string;
  readonly kind: NamedKind;
  readonly value?: string | undefined;
  readonly onChange?: (value: string | undefined) => void;
}

/** Asks for another entry of the registry, by its name. */
export const ReferenceInput = ({ id, kind, value, onChange }: ReferenceInputProps): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const { agency } = useDesk().person;
  const known = useNamed(REGISTRY_AREAS[kind] as RegistryArea<unknown, unknown>);
  // People of an agency may not list agencies; they have their own.
  const own = kind === 'agency' && agency !== undefined && known.length === 0;
  const options = own ? [{ value: agency, label: say('own-agency') }] : [...known];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      options={options}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say('choose')}
      onChange={(chosen) => onChange?.(chosen ?? undefined)}
    />
  );
};

interface ReferenceShownProps {
  readonly kind: NamedKind;
  readonly id: string;
}

/** Another entry by its name, which leads to it. */
export const ReferenceShown = ({ kind, id }: ReferenceShownProps): ReactNode => {
  const may = useMay();
  const area = REGISTRY_AREAS[kind] as RegistryArea<unknown, unknown>;
  const input = { params: { [area.idName]: id } } as unknown as ReadInput<z.ZodType, z.ZodType>;
  const { data } = useRead(area.read as Answering<NamedEntry>, input, may(area.read));
  return (
    <SubjectLink kind={kind} id={id}>
      {data ? called(data.body) : id}
    </SubjectLink>
  );
};

/** Another entry of the registry. */
export const reference = (kind: NamedKind): Control => ({
  input: <ReferenceInput kind={kind} />,
  show: (value) => (value === undefined ? undefined : <ReferenceShown kind={kind} id={String(value)} />),
});
