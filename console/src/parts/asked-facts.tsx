import type { ReactNode } from 'react';
import type { RequestItem } from '../../../shared/domain/request/request-item.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from './facts.tsx';
import { Moment } from './moment.tsx';
import { useYuan } from './money.tsx';
import { PARTS } from './part-words.ts';

const PROVIDED = ['meals', 'lodging', 'fuel'] as const;

/** What one item of a request says: what for, where, when, and what those who come will find. */
export const AskedFacts = ({ item }: { readonly item: RequestItem }): ReactNode => {
  const { say } = useSpeech(PARTS);
  const yuan = useYuan();
  const { mission, neededBy, neededUntil, reportingPoint, siteConditions, logistics, costCeiling } = item;
  const provided = PROVIDED.filter((each) => logistics[each]).map((each) => say(`logistics.${each}`));
  const checkIn = item.kind === 'supplies' ? undefined : item.checkInMinutes;
  return (
    <Facts
      facts={[
        [say('item.mission'), mission],
        [say('item.needed-by'), <Moment key="by" at={neededBy} relative />],
        [say('item.needed-until'), <Moment key="until" at={neededUntil} />],
        [say('item.reporting-point'), reportingPoint.place],
        [say('item.site'), siteConditions === '' ? undefined : siteConditions],
        [
          say('item.logistics'),
          [...provided, ...(logistics.notes === undefined ? [] : [logistics.notes])].join(say('list.and')) ||
            say('item.logistics.none'),
        ],
        [say('item.ceiling'), costCeiling === undefined ? undefined : yuan(costCeiling)],
        [say('item.check-in'), checkIn === undefined ? undefined : say('item.check-in.every', { minutes: checkIn })],
      ]}
    />
  );
};
