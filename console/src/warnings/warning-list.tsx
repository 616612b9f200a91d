import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { WARNING_COLOURS } from '../../../shared/domain/warning/warning-colour.ts';
import type { WarningCard } from '../../../shared/domain/warning/warning-listings.ts';
import { warningRuleRoutes } from '../../../shared/http/routes/warning-rules.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ColourMark } from '../parts/grave-marks.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { ReceiveWarning } from './receive-warning.tsx';
import { WARNINGS } from './warnings-words.ts';

const useColumns = (): readonly Column<WarningCard>[] => {
  const { say, read } = useSpeech(WARNINGS);
  return [
    {
      title: say('column.headline'),
      cell: ({ warningId, headline, event, identifier, realm }) => (
        <>
          <ExerciseMark exercise={realm === 'exercise'} />{' '}
          <Link to={`/warnings/${warningId}`}>{headline ?? event ?? identifier}</Link> <ChangedMark id={warningId} />
        </>
      ),
    },
    { title: say('column.colour'), width: '10rem', cell: ({ colour }) => <ColourMark colour={colour} /> },
    {
      title: say('column.hazards'),
      width: '8rem',
      cell: ({ hazards }) => hazards.map((hazard) => read(HAZARDS[hazard])).join('、'),
    },
    {
      title: say('column.cities'),
      width: '10rem',
      cell: ({ cities }) => cities.map(({ city }) => read(cityName(city))).join('、'),
    },
    {
      title: say('column.until'),
      width: '9rem',
      cell: ({ status, expiresAt }) =>
        status === 'in-force' ? <Countdown due={expiresAt} /> : <Moment at={expiresAt} />,
    },
    { title: say('column.origin'), width: '7rem', cell: ({ origin }) => say(`origin.${origin}`) },
    {
      title: say('column.status'),
      width: '8rem',
      cell: ({ status }) => <Status status={status} tone={status === 'in-force' ? 'waiting' : 'plain'} />,
    },
  ];
};

const useFilters = () => {
  const { say, read } = useSpeech(WARNINGS);
  const [search, setSearch] = useSearchParams();
  const chosen = <V extends string>(name: string, options: readonly (readonly [V, string])[]): V | undefined =>
    options.find(([one]) => one === search.get(name))?.[0];
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  const views = (['in-force', 'all'] as const).map((view) => [view, say(`view.${view}`)] as const);
  const realms = (['actual', 'exercise', 'test'] as const).map((realm) => [realm, say(`realm.${realm}`)] as const);
  const colours = choicesOf(WARNING_COLOURS, read);
  const hazards = choicesOf(HAZARDS, read);
  return {
    ...{ set, views, realms, colours, hazards },
    view: chosen('view', views) ?? 'in-force',
    realm: chosen('realm', realms) ?? 'actual',
    colour: chosen('colour', colours),
    hazard: chosen('hazard', hazards),
  };
};

type Filters = ReturnType<typeof useFilters>;

const FilterBar = ({ set, views, realms, colours, hazards, view, realm, colour, hazard }: Filters): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  return (
    <div className="filters">
      <Choice
        aria-label={say('view.label')}
        options={views.filter(([one]) => one !== 'in-force')}
        none={say('view.in-force')}
        value={view === 'in-force' ? undefined : view}
        onChange={(one) => set('view', one)}
      />
      <Choice
        aria-label={say('realm.label')}
        options={realms.filter(([one]) => one !== 'actual')}
        none={say('realm.actual')}
        value={realm === 'actual' ? undefined : realm}
        onChange={(one) => set('realm', one)}
      />
      {view === 'in-force' && (
        <>
          <Choice
            aria-label={say('filter.colour')}
            options={colours}
            value={colour}
            none={say('filter.colour.any')}
            onChange={(one) => set('colour', one)}
          />
          <Choice
            aria-label={say('filter.hazard')}
            options={hazards}
            value={hazard}
            none={say('filter.hazard.any')}
            onChange={(one) => set('hazard', one)}
          />
        </>
      )}
    </div>
  );
};

const InForce = ({ realm, colour, hazard }: Filters): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const warnings = usePages(warningRoutes.listWarningsInForce, {
    query: { realm, ...(colour && { colour }), ...(hazard && { hazard }) },
  });
  return (
    <EntryTable
      label={say('list.in-force')}
      pages={warnings}
      columns={useColumns()}
      rowKey={({ warningId }) => warningId}
    />
  );
};

const All = ({ realm }: Filters): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const warnings = usePages(warningRoutes.listWarnings, { query: { realm } });
  return (
    <EntryTable label={say('list.all')} pages={warnings} columns={useColumns()} rowKey={({ warningId }) => warningId} />
  );
};

/** Warnings: those in force, the gravest first, or all that was ever said. */
export const WarningList = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const may = useMay();
  const filters = useFilters();
  return (
    <Screen
      title={say('title')}
      actions={
        <>
          {may(warningRoutes.listAwarenessNotices) && <Link to="/awareness-notices">{say('to.awareness')}</Link>}
          {may(warningRuleRoutes.listWarningRules) && <Link to="/warning-rules">{say('to.rules')}</Link>}
          {may(warningRoutes.receiveWarning) && <ReceiveWarning />}
          {may(warningRoutes.issueWarning) && (
            <Link className="button-link" to="/warnings/issue">
              {say('to.issue')}
            </Link>
          )}
        </>
      }
    >
      <FilterBar {...filters} />
      {filters.view === 'all' ? <All {...filters} /> : <InForce {...filters} />}
    </Screen>
  );
};
