import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { totalCost } from '../../../shared/domain/vocabulary/costs.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { useYuan } from '../parts/money.tsx';
import { useNamed } from '../parts/named.ts';
import { PARTS } from '../parts/part-words.ts';
import { useOrderTime } from './order-dates.ts';
import { formOf } from './order-form.ts';
import { ORDER } from './order-words.ts';
import type { OrderOrigin } from './use-order-origin.ts';

interface OrderBodyProps {
  readonly view: DeploymentView;
  readonly origin: OrderOrigin;
  /** What was sent, by name. */
  readonly sent: string;
}

const NUMERALS = ['一、', '二、', '三、', '四、', '五、', '六、', '七、'] as const;

/** What is ordered: an opening sentence and numbered paragraphs; those of which nothing is known are left out. */
export const OrderBody = (props: OrderBodyProps): ReactNode => {
  const { view, origin, sent } = props;
  const { say, read, language } = useSpeech(ORDER);
  const sections = useSections(props).filter(({ text }) => text !== '');
  const values = {
    sent,
    city: read(cityName(view.requester)),
    incident: origin.incident?.title ?? say('incident.unnamed'),
  };
  return (
    <div className="order-body">
      <p>{say(`opening.${formOf(view)}`, values)}</p>
      {sections.map(({ name, text }, place) => (
        <p key={name}>
          <strong>
            {language === 'zh' ? NUMERALS[place] : `${place + 1}. `}
            {say(`section.${name}`)}
          </strong>
          {text}
        </p>
      ))}
    </div>
  );
};

const useSections = ({ view, origin }: OrderBodyProps) => {
  const { say } = useSpeech(ORDER);
  const yuan = useYuan();
  const named = useNamed();
  const site = useSite(origin);
  const reportTo = useReportTo(view, origin);
  const times = useTimes(view);
  const { mission, team, lot, checkInMinutes, costs } = view;
  const checkIn = checkInMinutes === undefined ? '' : say('reports.check-in', { minutes: checkInMinutes });
  const sum = totalCost(costs);
  return [
    { name: 'mission', text: ended(mission, say('stop')) },
    { name: 'force', text: ended(named({ teams: team ? [team] : [], lots: lot ? [lot] : [] }), say('stop')) },
    { name: 'report-to', text: reportTo },
    { name: 'times', text: times },
    { name: 'site', text: site },
    { name: 'reports', text: lot ? say('reports.goods') : `${checkIn}${say('reports.steps')}` },
    { name: 'costs', text: sum === 0 ? '' : say('costs', { sum: yuan(sum) }) },
  ] as const;
};

/** A sentence ends with a stop, whether or not whoever wrote it ended it. */
const ended = (text: string, stop: string): string => (text === '' || /[。.！!]$/.test(text) ? text : `${text}${stop}`);

const useReportTo = ({ reportingPoint, times }: DeploymentView, { dutyRoom }: OrderOrigin): string => {
  const { say } = useSpeech(ORDER);
  const moment = useOrderTime();
  const { place, latitude, longitude } = reportingPoint;
  const at = times.arrival.requested;
  const where = say('report-to', {
    place,
    latitude: `${latitude.toFixed(4)}°`,
    longitude: `${longitude.toFixed(4)}°`,
    at: at === undefined ? '' : moment(at),
  });
  return dutyRoom ? `${where}${say('contact', { name: dutyRoom.name, telephone: dutyRoom.telephone })}` : where;
};

const useTimes = ({ times, lot }: DeploymentView): string => {
  const { say } = useSpeech(ORDER);
  const moment = useOrderTime();
  const steps: readonly (readonly ['times.departure' | 'times.arrival' | 'times.return', Instant | undefined])[] = [
    ['times.departure', times.departure.estimated],
    ['times.arrival', times.arrival.estimated],
    ['times.return', lot ? undefined : times.returnDeparture.estimated],
  ];
  const known = steps.flatMap(([word, at]) => (at === undefined ? [] : [say(word, { at: moment(at) })]));
  return known.length === 0 ? '' : `${known.join(say('comma'))}${say('stop')}`;
};

const PROVIDED = ['meals', 'lodging', 'fuel'] as const;

const useSite = ({ item }: OrderOrigin): string => {
  const { say } = useSpeech(ORDER);
  const { say: sayPart } = useSpeech(PARTS);
  if (!item) return '';
  const { siteConditions, logistics } = item;
  const provided = [
    ...PROVIDED.filter((each) => logistics[each]).map((each) => sayPart(`logistics.${each}`)),
    ...(logistics.notes === undefined ? [] : [logistics.notes]),
  ].join(sayPart('list.and'));
  const support = `${sayPart('item.logistics')}: ${provided === '' ? sayPart('item.logistics.none') : provided}`;
  return [siteConditions, support]
    .filter((each) => each !== '')
    .map((each) => ended(each, say('stop')))
    .join(' ');
};
