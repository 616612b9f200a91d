import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { useMay } from '../api/use-api.ts';
import { type Pages, usePages } from '../api/use-pages.ts';
import type { ReadInput } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { ExportDialog } from '../imports/export-dialog.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { Screen } from '../parts/screen.tsx';
import { isFound, queryOf } from './list-query.ts';
import { RegistryFilters } from './registry-filters.tsx';
import type { RegistryKind } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';
import './registry.css';

/** Of those the API gives at once, as many as it will. */
const PAGE = 100;
const FEWER: Readonly<Record<string, number>> = { package: 30 };

const useEntries = <Row, View>({ list, kind, filters }: RegistryKind<Row, View>): Pages<Row> => {
  const [search] = useSearchParams();
  const may = useMay();
  const query = { ...queryOf(filters, search), limit: FEWER[kind] ?? PAGE };
  return usePages(list, { query } as unknown as ReadInput<z.ZodType, z.ZodType>, may(list));
};

const RegistryActions = <Row, View>({ kind }: { readonly kind: RegistryKind<Row, View> }): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const may = useMay();
  return (
    <>
      {may(kind.register) && (
        <Button type="primary" href={`#/${kind.path}/new`}>
          {say('register', { kind: read(kind.one) })}
        </Button>
      )}
      <ExportDialog kind={kind.kind} />
      {may(kind.register) && <Button href={`#/imports?kind=${kind.kind}`}>{say('import')}</Button>}
    </>
  );
};

/** The entries of a kind: conditions that the API answers, and a look through those that are listed. */
export const RegistryList = <Row, View>({ kind }: { readonly kind: RegistryKind<Row, View> }): ReactNode => {
  const { say, read, language } = useSpeech(REGISTRY);
  const may = useMay();
  const entries = useEntries(kind);
  const [looked, setLooked] = useState('');
  const sought = useDeferredValue(looked);
  const { items } = entries;
  const found = items.filter((entry) => isFound(entry, sought));
  const columns = useMemo(
    () => kind.columns.map(({ title, ...rest }) => ({ title: title[language], ...rest })),
    [kind, language],
  );
  const { AboveList } = kind;
  return (
    <Screen title={read(kind.title)} actions={<RegistryActions kind={kind} />}>
      {AboveList && <AboveList />}
      {may(kind.list) && (
        <>
          <RegistryFilters filters={kind.filters}>
            <span className="registry-filter registry-find">
              <label htmlFor="registry-find">{say('filter.find')}</label>
              <Input id="registry-find" value={looked} allowClear onChange={({ target }) => setLooked(target.value)} />
            </span>
          </RegistryFilters>
          <EntryTable
            label={read(kind.title)}
            pages={{ ...entries, items: found }}
            columns={columns}
            rowKey={kind.idOf}
            fetchOnScroll
          />
          {sought !== '' && (
            <p role="status" className="muted">
              {say('list.found', { all: items.length, found: found.length })}
            </p>
          )}
        </>
      )}
    </Screen>
  );
};
