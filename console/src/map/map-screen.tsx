import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { Rows } from '../parts/entry-table.tsx';
import { ChangedMark, ExerciseMark } from '../parts/marks.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import type { Bounds } from './graticule.ts';
import { FEATURE_KINDS, type FeatureKind, isCalled, isInView, type MapFeature } from './map-feature.ts';
import { MapLegend } from './map-legend.tsx';
import { MapPane } from './map-pane.tsx';
import { MAP } from './map-words.ts';
import { SelectedFeature } from './selected-feature.tsx';
import { useMapFeatures } from './use-map-features.ts';
import { useSettled } from './use-settled.ts';

const useFilters = () => {
  const [hidden, setHidden] = useState<readonly FeatureKind[]>([]);
  const [words, setWords] = useState('');
  const [search, setSearch] = useSearchParams();
  const exercise = search.get('exercise') === 'true';
  const put = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return {
    ...{ hidden, words, setWords, exercise },
    selectedKey: search.get('selected') ?? undefined,
    select: (key: string | undefined) => put('selected', key),
    setExercise: (isDrill: boolean) => put('exercise', isDrill ? 'true' : undefined),
    toggle: (kind: FeatureKind, isShown: boolean) =>
      setHidden(isShown ? hidden.filter((one) => one !== kind) : [...hidden, kind]),
  };
};

type Filters = ReturnType<typeof useFilters>;

const FilterBar = ({ hidden, toggle, words, setWords, exercise, setExercise }: Filters): ReactNode => {
  const { say } = useSpeech(MAP);
  return (
    <fieldset className="map-filters" aria-label={say('filter.layers')}>
      {FEATURE_KINDS.map((kind) => (
        <Checkbox key={kind} checked={!hidden.includes(kind)} onChange={({ target }) => toggle(kind, target.checked)}>
          {say(`layer.${kind}`)}
        </Checkbox>
      ))}
      <Checkbox checked={exercise} onChange={({ target }) => setExercise(target.checked)}>
        {say('exercise')}
      </Checkbox>
      <Input
        className="map-words"
        aria-label={say('filter.text')}
        placeholder={say('filter.text')}
        value={words}
        allowClear
        onChange={({ target }) => setWords(target.value)}
      />
    </fieldset>
  );
};

interface ListProps {
  readonly seen: readonly MapFeature[];
  readonly count: number;
  readonly selectedKey: string | undefined;
  readonly onSelect: (key: string) => void;
}

const List = ({ seen, count, selectedKey, onSelect }: ListProps): ReactNode => {
  const { say } = useSpeech(MAP);
  return (
    <Panel title={say('list.title')}>
      <p className="muted" role="status">
        {say(seen.length === 0 ? 'list.none' : 'list.count', { seen: seen.length, count })}
      </p>
      <Rows
        label={say('list.label')}
        rows={seen}
        rowKey={({ key }) => key}
        columns={[
          {
            title: say('column.what'),
            cell: ({ key, kind, id, name, exercise }) => (
              <>
                <button
                  type="button"
                  className="map-choose"
                  aria-current={key === selectedKey}
                  onClick={() => onSelect(key)}
                >
                  {name}
                </button>{' '}
                <span className="muted">{say(`kind.${kind}`)}</span> <ExerciseMark exercise={exercise} />{' '}
                <ChangedMark id={id} />
              </>
            ),
          },
          { title: say('column.state'), width: '9rem', cell: ({ state }) => state },
        ]}
      />
    </Panel>
  );
};

/** What happens where: a map and a list of what is in view, of which one shows what is chosen in the other. */
export const MapScreen = (): ReactNode => {
  const { say } = useSpeech(MAP);
  const filters = useFilters();
  const [view, setView] = useState<Bounds>();
  const { hidden, words, exercise, selectedKey, select } = filters;
  const { features: all, error } = useMapFeatures(exercise);
  const features = useSettled(all.filter((one) => !hidden.includes(one.kind) && isCalled(one, words)));
  const seen = view ? features.filter((feature) => isInView(feature, view)) : features;
  const selected = all.find(({ key }) => key === selectedKey);
  return (
    <Screen title={say('title')} exercise={exercise}>
      {error && <ProblemAlert error={error} />}
      <FilterBar {...filters} />
      <div className="map-and-list">
        <div>
          <MapPane features={features} selected={selected} onSelect={select} onView={setView} />
          <p className="muted">{say('schematic')}</p>
          <MapLegend />
        </div>
        <div>
          <SelectedFeature feature={selected} onClear={() => select(undefined)} />
          <List seen={seen} count={features.length} selectedKey={selectedKey} onSelect={select} />
        </div>
      </div>
    </Screen>
  );
};
