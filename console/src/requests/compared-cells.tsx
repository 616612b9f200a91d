import type { ReactNode } from 'react';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { ItemComparison } from '../../../shared/domain/request/compare-answers.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { CostsShown, useYuan } from '../parts/money.tsx';
import { useNamed } from '../parts/named.ts';
import { useSpan } from '../parts/span.ts';
import { COMPARISON } from './comparison-words.ts';

/** What one partner offers for an item. */
export type Offered = ItemComparison['offers'][number];

/** What is compared, in this order. */
export const COMPARED = ['named', 'fit', 'arrival', 'cost', 'conditions', 'reasons'] as const;

/** One thing that is compared, of one offer. */
export const Compared = ({
  row,
  offer,
}: {
  readonly row: (typeof COMPARED)[number];
  readonly offer: Offered;
}): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  const named = useNamed();
  switch (row) {
    case 'named':
      return named(offer);
    case 'fit':
      return <Fit offer={offer} />;
    case 'arrival':
      return <Arrival arrival={offer.arrival} />;
    case 'cost':
      return <Cost cost={offer.cost} />;
    case 'conditions':
      return offer.condition ?? say('conditions.none');
    default:
      return (
        <ul>
          {offer.reasons.map((reason) => (
            <li key={reason.en}>{read(reason)}</li>
          ))}
        </ul>
      );
  }
};

const Fit = ({ offer: { fit, teams } }: { readonly offer: Offered }): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const { teamsAtLevel: count, levelAsked: level, shortfall } = fit;
  const isFit = count === teams.length && shortfall === 0;
  return (
    <Tag tone={isFit ? 'good' : 'waiting'}>
      {teams.length > 0 ? say('fit.level', { count, of: teams.length, level }) : say('fit.goods')}
      {' · '}
      {shortfall === 0 ? say('fit.whole') : say('fit.short', { count: shortfall })}
    </Tag>
  );
};

const Arrival = ({ arrival: { estimatedArrival, minutesLate } }: Pick<Offered, 'arrival'>): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const span = useSpan()(minutesLate * MINUTE_MS);
  return (
    <>
      <Moment at={estimatedArrival} />{' '}
      <Tag tone={minutesLate > 0 ? 'bad' : 'good'}>
        {say(minutesLate > 0 ? 'arrival.late' : 'arrival.early', { span })}
      </Tag>
    </>
  );
};

const Cost = ({ cost: { costs, overCeiling } }: Pick<Offered, 'cost'>): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const yuan = useYuan();
  return (
    <>
      <CostsShown costs={costs} />{' '}
      {overCeiling !== undefined && (
        <Tag tone={overCeiling > 0 ? 'bad' : 'good'}>
          {say(overCeiling > 0 ? 'cost.over' : 'cost.under', { amount: yuan(Math.abs(overCeiling)) })}
        </Tag>
      )}
    </>
  );
};
