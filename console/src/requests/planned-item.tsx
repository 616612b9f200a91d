import Checkbox from 'antd/es/checkbox';
import type { ReactNode } from 'react';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { Choice, PlannedItem } from '../../../shared/domain/sourcing/sourcing-plan.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Tag } from '../parts/marks.tsx';
import { useYuan } from '../parts/money.tsx';
import { useSpan } from '../parts/span.ts';
import { SOURCING } from './sourcing-words.ts';

interface PlannedItemProps {
  readonly item: PlannedItem;
  readonly isTaken: (id: string) => boolean;
  /** Absent for whoever may not place the plan. */
  readonly onToggle?: (id: string) => void;
}

/** What a plan says of one item: who is chosen and why, what stays missing, and why everybody else is not chosen. */
export const PlannedItemShown = ({ item, isTaken, onToggle }: PlannedItemProps): ReactNode => {
  const { say, read } = useSpeech(SOURCING);
  const inShort = useItemInShort();
  const { open, chosen, unfilled, notChosen, kind, level, supply } = item;
  if (open === 0) return null;
  return (
    <section className="asked-item">
      <h3>{inShort({ kind, level, quantity: open, ...(supply === undefined ? {} : { supply }) })}</h3>
      {chosen.length === 0 && <p>{say('chosen.none')}</p>}
      {chosen.map((choice) => (
        <Candidate
          key={choice.id}
          choice={choice}
          isTaken={isTaken(choice.id)}
          {...(onToggle === undefined ? {} : { onToggle: () => onToggle(choice.id) })}
        />
      ))}
      {unfilled.reasons.length > 0 && (
        <ul className="reasons">
          {unfilled.reasons.map((reason) => (
            <li key={reason.en}>▲ {read(reason)}</li>
          ))}
        </ul>
      )}
      {notChosen.length > 0 && (
        <details>
          <summary>{say('not-chosen', { count: notChosen.length })}</summary>
          <ul className="reasons">
            {notChosen.map(({ id, name, city, reason }) => (
              <li key={id}>
                <strong>{name}</strong> · {read(cityName(city))} · {read(reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

interface CandidateProps {
  readonly choice: Choice;
  readonly isTaken: boolean;
  readonly onToggle?: () => void;
}

const Candidate = ({ choice, isTaken, onToggle }: CandidateProps): ReactNode => {
  const { say, read } = useSpeech(SOURCING);
  const yuan = useYuan();
  const span = useSpan();
  const { source, name, quantity, arrivalMinutes, minutesLate, estimatedCost, reasons } = choice;
  const from =
    source.type === 'partner'
      ? say('source.partner', { city: read(cityName(source.city)) })
      : say(`source.${source.type}`);
  return (
    <div className="candidate">
      {onToggle ? (
        <Checkbox checked={isTaken} onChange={onToggle} aria-label={say('take', { name })} />
      ) : (
        <span aria-hidden="true">·</span>
      )}
      <div>
        <strong>{name}</strong> {quantity > 1 && `× ${quantity}`} <Tag>{from}</Tag>{' '}
        {say('arrival', { span: span(arrivalMinutes * MINUTE_MS) })}{' '}
        {minutesLate > 0 && <Tag tone="bad">{say('late', { span: span(minutesLate * MINUTE_MS) })}</Tag>}{' '}
        {yuan(estimatedCost)}
        <ul className="reasons muted">
          {reasons.map((reason) => (
            <li key={reason.en}>{read(reason)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};
