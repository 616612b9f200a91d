import type { ReactNode } from 'react';
import type { LookupHit } from '../../../shared/domain/lookup/lookup-query.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { HitActs } from './hit-acts.tsx';
import { useHitFacts } from './hit-facts.ts';
import { LOOKUP } from './lookup-words.ts';
import { Reasons } from './reasons.tsx';

interface LookupHitShownProps {
  readonly hit: LookupHit;
  readonly rank: number;
  readonly incident: string | undefined;
}

/** One entry that was found: whose it is, whether it can be had, why it ranks where it does, and what one can do with it. */
export const LookupHitShown = ({ hit, rank, incident }: LookupHitShownProps): ReactNode => {
  const { say, read, language } = useSpeech(LOOKUP);
  const facts = useHitFacts()(hit);
  const { city } = useDesk();
  const { entry, availability } = hit;
  const isOwn = entry.city === city.code;
  const name = language === 'en' ? (entry.nameEn ?? entry.name) : entry.name;
  return (
    <li className={isOwn ? 'lookup-hit' : 'lookup-hit lookup-hit-partner'}>
      <div className="lookup-hit-head">
        <span className="muted">{say('rank', { rank })}</span>
        <h3>
          {isOwn ? (
            <SubjectLink kind={entry.kind} id={entry.id}>
              {name}
            </SubjectLink>
          ) : (
            name
          )}
        </h3>
        <Tag>{read(AGGREGATE_KIND_NAMES[entry.kind])}</Tag>
        <span className={isOwn ? 'whose' : 'whose whose-partner'} title={isOwn ? '' : say('partner.shared')}>
          {isOwn ? say('own') : say('partner', { city: read(cityName(entry.city)) })}
        </span>
        <Tag tone={availability.free ? 'good' : 'bad'}>{availability.free ? say('free') : read(availability.text)}</Tag>
      </div>
      <p>{facts.join(' · ')}</p>
      <Reasons hit={hit} />
      <HitActs hit={hit} isOwn={isOwn} incident={incident} />
    </li>
  );
};
