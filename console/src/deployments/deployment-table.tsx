import type { ReactNode } from 'react';
import type { DeploymentTimes, StepTimes } from '../../../shared/domain/deployment/deployment-times.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import type { Pages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { type DeploymentCard, useSentName } from './deployment-lanes.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { BAR_KINDS } from './gantt-geometry.ts';

/** The four steps, in order. */
export const JOURNEY = [
  'departure',
  'arrival',
  'returnDeparture',
  'returnArrival',
] as const satisfies readonly (keyof DeploymentTimes)[];

/** What the chart draws, in words: every mission with all its times. */
export const DeploymentTable = ({ pages }: { readonly pages: Pages<DeploymentCard> }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  return (
    <EntryTable<DeploymentCard>
      label={say('view.table')}
      pages={pages}
      rowKey={({ deploymentId }) => deploymentId}
      columns={[
        { title: say('column.mission'), cell: (card) => <Mission card={card} /> },
        { title: say('column.status'), width: '8rem', cell: ({ status }) => <Status status={status} /> },
        ...JOURNEY.map((step) => ({
          title: say(`step.${step}`),
          width: '11.5rem',
          cell: ({ times }: DeploymentCard) => <Times times={times[step]} />,
        })),
      ]}
    />
  );
};

const Mission = ({ card }: { readonly card: DeploymentCard }): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const sentName = useSentName();
  const { deploymentId, owner, requester, exercise } = card;
  return (
    <>
      <SubjectLink kind="deployment" id={deploymentId}>
        {sentName(card)}
      </SubjectLink>{' '}
      <ExerciseMark exercise={exercise} />
      <br />
      <span className="muted">
        {say('card.route', { owner: read(cityName(owner)), requester: read(cityName(requester)) })}
      </span>
    </>
  );
};

const Times = ({ times }: { readonly times: StepTimes }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  return BAR_KINDS.map((kind) => {
    const at = times[kind];
    return (
      at !== undefined && (
        <div key={kind}>
          <span className="muted">{say(kind)}</span> <Moment at={at} />
        </div>
      )
    );
  });
};
