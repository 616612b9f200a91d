import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { LookupHit } from '../../../shared/domain/lookup/lookup-query.ts';
import type { TeamItem } from '../../../shared/domain/request/request-item.ts';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { useDesk } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { Tag } from '../parts/marks.tsx';
import { Shown } from '../parts/shown.tsx';
import { useSpan } from '../parts/span.ts';
import { RECEIVED } from './received-words.ts';
import './received.css';

const MOST = 20;

/** Own teams that fit an item, the most suitable first; they must be free from now until the mission ends. */
const useCandidates = ({ kind, level, reportingPoint, neededUntil }: TeamItem) => {
  const { city } = useDesk();
  const now = useNow();
  const [asked] = useState(now);
  const from = new Date(asked).toISOString();
  return useRead(lookupRoutes.lookUp, {
    query: {
      kind: 'team',
      resourceKind: kind,
      level,
      city: city.code,
      near: `${reportingPoint.latitude},${reportingPoint.longitude}`,
      limit: MOST,
      ...(from < neededUntil ? { availableFrom: from, availableUntil: neededUntil } : {}),
    },
  });
};

/** @returns when the slowest of the chosen teams could leave and be there. */
const scheduleOf = (hits: readonly LookupHit[], chosen: readonly string[], now: number) => {
  const going = hits.filter(({ entry }) => chosen.includes(entry.id));
  const ready = Math.max(0, ...going.map(({ entry }) => entry.readinessMinutes));
  const travel = Math.max(1, ...going.map(({ travelMinutes = 0 }) => travelMinutes));
  const at = (minutes: number): string => new Date(now + minutes * MINUTE_MS).toISOString();
  return { estimatedDeparture: at(ready), estimatedArrival: at(ready + travel) };
};

interface TeamCandidatesProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (teamIds: readonly string[]) => void;
  readonly item: TeamItem;
  readonly label: string;
}

/** Chooses among the own teams that fit, each with what speaks for it. The times follow the choice until somebody sets them. */
export const TeamCandidates = ({ id, value = [], onChange, item, label }: TeamCandidatesProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const form = Form.useFormInstance();
  const now = useNow();
  const candidates = useCandidates(item);
  const choose = (hits: readonly LookupHit[], teamIds: readonly string[]): void => {
    onChange?.(teamIds);
    for (const [name, at] of Object.entries(scheduleOf(hits, teamIds, now))) {
      const field = ['items', 0, name];
      if (!form.isFieldTouched(field)) form.setFieldValue(field, at);
    }
  };
  return (
    <Shown read={candidates}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('candidates.none')}</p>
        ) : (
          <ul className="candidates" id={id} aria-label={label}>
            {items.map((hit, place) => (
              <Candidate
                key={hit.entry.id}
                hit={hit}
                isFirst={place === 0}
                isChosen={value.includes(hit.entry.id)}
                isFull={value.length >= item.quantity}
                onChosen={(isChosen) =>
                  choose(items, isChosen ? [...value, hit.entry.id] : value.filter((each) => each !== hit.entry.id))
                }
              />
            ))}
          </ul>
        )
      }
    </Shown>
  );
};

interface CandidateProps {
  readonly hit: LookupHit;
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  readonly isFull: boolean;
  readonly onChosen: (isChosen: boolean) => void;
}

const Candidate = ({ hit, isFirst, isChosen, isFull, onChosen }: CandidateProps): ReactNode => {
  const { say, read, language } = useSpeech(RECEIVED);
  const span = useSpan();
  const { entry, reasons, travelMinutes = 0, availability } = hit;
  const name = language === 'en' ? (entry.nameEn ?? entry.name) : entry.name;
  const facts = say('candidates.facts', {
    level: entry.capabilities[0]?.level ?? 3,
    headcount: entry.headcount ?? 0,
    readiness: entry.readinessMinutes,
    travel: span(travelMinutes * MINUTE_MS),
  });
  return (
    <li>
      <Checkbox
        checked={isChosen}
        disabled={!isChosen && (isFull || !availability.free)}
        onChange={({ target }) => onChosen(target.checked)}
      >
        {name}
      </Checkbox>{' '}
      {isFirst && availability.free && <Tag tone="good">{say('candidates.best')}</Tag>}
      {!availability.free && <Tag tone="bad">{say('candidates.busy')}</Tag>}
      <p className="candidate-facts">{facts}</p>
      <p className="candidate-reasons muted">
        {availability.free ? reasons.map(({ text }) => read(text)).join(' · ') : read(availability.text)}
      </p>
    </li>
  );
};
