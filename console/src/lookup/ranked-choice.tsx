import Checkbox from 'antd/es/checkbox';
import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { LookupHit, Point } from '../../../shared/domain/lookup/lookup-query.ts';
import type { Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import type { ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { useDesk } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { Shown } from '../parts/shown.tsx';
import { useHitFacts } from './hit-facts.ts';
import { LOOKUP } from './lookup-words.ts';
import { Reasons } from './reasons.tsx';
import './lookup.css';

interface RankedChoiceProps {
  readonly kind: 'agency' | 'expert';
  readonly label: string;
  readonly hazard?: Hazard | undefined;
  readonly near?: Point | undefined;
  readonly resourceKind?: ResourceKind | undefined;
  readonly wanted?: { readonly from: Instant; readonly until: Instant } | undefined;
  /** Those that cannot be chosen, because they were already. */
  readonly without?: readonly string[];
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
}

const SHOWN = 50;

/** Several of the city's agencies or experts, the most suitable first, with the reasons. */
export const RankedChoice = (props: RankedChoiceProps): ReactNode => {
  const { kind, label, hazard, near, resourceKind, wanted, without = [], value = [], onChange } = props;
  const { say } = useSpeech(LOOKUP);
  const { city } = useDesk();
  const read = useRead(lookupRoutes.lookUp, {
    query: {
      kind,
      city: city.code,
      limit: SHOWN,
      ...(hazard === undefined ? {} : { hazard }),
      ...(resourceKind === undefined ? {} : { resourceKind }),
      ...(near === undefined ? {} : { near: `${near.latitude},${near.longitude}` }),
      ...(wanted === undefined ? {} : { availableFrom: wanted.from, availableUntil: wanted.until }),
    },
  });
  const toggle = (id: string, isChosen: boolean): void =>
    onChange?.(isChosen ? [...value, id] : value.filter((each) => each !== id));
  return (
    <Shown read={read}>
      {({ items }) => {
        const hits = items.filter(({ entry }) => !without.includes(entry.id));
        return (
          <fieldset className="ranked-choice">
            <legend>
              {label} · {say('chosen', { count: value.length })}
            </legend>
            {hits.length === 0 && <p className="muted">{say('rank.none')}</p>}
            <ol>
              {hits.map((hit) => (
                <Choosable
                  key={hit.entry.id}
                  hit={hit}
                  isChosen={value.includes(hit.entry.id)}
                  onChange={(isChosen) => toggle(hit.entry.id, isChosen)}
                />
              ))}
            </ol>
          </fieldset>
        );
      }}
    </Shown>
  );
};

interface ChoosableProps {
  readonly hit: LookupHit;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

const Choosable = ({ hit, isChosen, onChange }: ChoosableProps): ReactNode => {
  const { say, read } = useSpeech(LOOKUP);
  const facts = useHitFacts()(hit);
  const { entry, availability } = hit;
  return (
    <li>
      <Checkbox checked={isChosen} onChange={({ target }) => onChange(target.checked)}>
        <strong>{entry.name}</strong>
      </Checkbox>{' '}
      <Tag tone={availability.free ? 'good' : 'bad'}>{availability.free ? say('free') : read(availability.text)}</Tag>
      <p className="muted">{facts.join(' · ')}</p>
      <Reasons hit={hit} />
    </li>
  );
};
