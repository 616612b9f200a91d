import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import type { RegistryKind } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';

type Period = ReturnType<NonNullable<RegistryKind<never, never>['periodsOf']>>[number];

/** What was arranged about when something can be had. */
export const Periods = ({ periods }: { readonly periods: readonly Period[] }): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  if (periods.length === 0) return <p className="muted">{say('availability.none')}</p>;
  return (
    <ul className="periods">
      {periods.map(({ from, until, available, reason }) => (
        <li key={from}>
          <Tag tone={available ? 'good' : 'bad'}>{say(available ? 'availability.available' : 'availability.away')}</Tag>
          <span>
            <Moment at={from} /> – <Moment at={until} />
          </span>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
};
