import type { ReactNode } from 'react';
import { DEPLOYMENT_STATUSES } from '../../../shared/domain/deployment/deployment-status.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark, ExerciseMark, Status, Tag } from '../parts/marks.tsx';
import { useMoment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { isUnderWay } from './deployment-acts.ts';
import { type DeploymentCard, useSentName } from './deployment-lanes.tsx';
import { JOURNEY } from './deployment-table.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { BAR_KINDS, type Bar, barsOf, placeOf, type Span, ticksOf } from './gantt-geometry.ts';

interface GanttRowProps {
  readonly card: DeploymentCard;
  readonly window: Span;
  readonly now: number;
  readonly isMissed: boolean;
}

/** One mission: what it is, and its bars; the bars also stand in words. */
export const GanttRow = ({ card, window, now, isMissed }: GanttRowProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const sentName = useSentName();
  const inWords = useTimesInWords();
  const { deploymentId, status, owner, requester, exercise } = card;
  return (
    <>
      <div className="gantt-name">
        <SubjectLink kind="deployment" id={deploymentId}>
          {sentName(card)}
        </SubjectLink>{' '}
        <ExerciseMark exercise={exercise} /> <ChangedMark id={deploymentId} />
        <div className="gantt-about">
          <span className="muted">
            {say('card.route', { owner: read(cityName(owner)), requester: read(cityName(requester)) })}
          </span>{' '}
          <Status status={status} /> {isMissed && <Tag tone="bad">{say('missed.check-in')}</Tag>}
        </div>
      </div>
      <div className="gantt-track" role="img" aria-label={inWords(card)}>
        {ticksOf(window).map((at) => (
          <span
            key={at}
            className="gantt-line"
            style={{ left: `${placeOf({ from: window.from, until: at }, window)?.width ?? 0}%` }}
          />
        ))}
        {barsOf(card.times, now, isUnderWay(card)).map((bar) => (
          <DrawnBar key={bar.kind} bar={bar} window={window} />
        ))}
      </div>
    </>
  );
};

/** @returns how to say the times of a mission, for whoever does not see the bars. */
const useTimesInWords = (): ((card: DeploymentCard) => string) => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const moment = useMoment();
  const sentName = useSentName();
  return (card) => {
    const times = JOURNEY.flatMap((step) =>
      BAR_KINDS.flatMap((kind) => {
        const at = card.times[step][kind];
        return at === undefined
          ? []
          : [say('chart.moment', { step: say(`step.${step}`), kind: say(`legend.${kind}`), at: moment(at) })];
      }),
    );
    return say('chart.row', {
      name: sentName(card),
      status: read(DEPLOYMENT_STATUSES[card.status]),
      times: times.join('; '),
    });
  };
};

const DrawnBar = ({
  bar: { kind, whole, onSite },
  window,
}: {
  readonly bar: Bar;
  readonly window: Span;
}): ReactNode => {
  const place = placeOf(whole, window);
  const dark = onSite && placeOf(onSite, window);
  return (
    <>
      {place && (
        <span className={`gantt-bar gantt-${kind}`} style={{ left: `${place.left}%`, width: `${place.width}%` }} />
      )}
      {dark && (
        <span
          className={`gantt-bar gantt-${kind} gantt-on-site`}
          style={{ left: `${dark.left}%`, width: `${dark.width}%` }}
        />
      )}
    </>
  );
};
