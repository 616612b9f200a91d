import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { DeploymentCardSchema } from '../../../shared/domain/deployment/deployment-listings.ts';
import type { DeploymentSide } from '../../../shared/domain/deployment/deployment-state.ts';
import { DEPLOYMENT_STATUSES, type DeploymentStatus } from '../../../shared/domain/deployment/deployment-status.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { useNamed } from '../parts/named.ts';
import { PARTS } from '../parts/part-words.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { useMissedCheckIns } from './use-missed-check-ins.ts';

export type DeploymentCard = z.infer<typeof DeploymentCardSchema>;

/** What was put away is found in the table. */
const LANES = (Object.keys(DEPLOYMENT_STATUSES) as DeploymentStatus[]).filter((status) => status !== 'closed');

/** Lanes that are shown only when there is something in them. */
const SELDOM: readonly DeploymentStatus[] = ['delivered', 'cancelled'];

/** The board: a lane for each state of a mission. */
export const DeploymentLanes = ({ side }: { readonly side: DeploymentSide | undefined }): ReactNode => {
  const missed = useMissedCheckIns();
  return (
    <div className="lanes">
      {LANES.map((status) => (
        <Lane key={status} status={status} side={side} missed={missed} />
      ))}
    </div>
  );
};

interface LaneProps {
  readonly status: DeploymentStatus;
  readonly side: DeploymentSide | undefined;
  readonly missed: ReadonlySet<string>;
}

const Lane = ({ status, side, missed }: LaneProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const { say: sayPart } = useSpeech(PARTS);
  const pages = usePages(deploymentRoutes.listDeployments, {
    query: { status, ...(side === undefined ? {} : { side }) },
  });
  if (SELDOM.includes(status) && pages.items.length === 0 && !pages.error) return null;
  const name = read(DEPLOYMENT_STATUSES[status]);
  const title = say(pages.hasMore ? 'lane.more' : 'lane', { status: name, count: pages.items.length });
  return (
    <section className={`lane lane-${status}`} aria-label={name}>
      <h2>{title}</h2>
      {pages.error && <ProblemAlert error={pages.error} onAgain={pages.again} />}
      {!pages.isPending && pages.items.length === 0 && <p className="muted">{say('lane.empty')}</p>}
      <ul>
        {pages.items.map((card) => (
          <li key={card.deploymentId}>
            <LaneCard card={card} isMissed={missed.has(card.deploymentId)} />
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <Button size="small" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {sayPart('more')}
        </Button>
      )}
    </section>
  );
};

/** @returns how to name what was sent. */
export const useSentName = (): ((card: Pick<DeploymentCard, 'team' | 'lot'>) => string) => {
  const named = useNamed();
  return ({ team, lot }) => team?.name ?? named({ lots: lot ? [lot] : [] });
};

interface LaneCardProps {
  readonly card: DeploymentCard;
  readonly isMissed: boolean;
}

const LaneCard = ({ card, isMissed }: LaneCardProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const sentName = useSentName();
  const { deploymentId, owner, requester, exercise, orderNumber } = card;
  return (
    <article className={isMissed ? 'lane-card lane-card-alarm' : 'lane-card'}>
      <SubjectLink kind="deployment" id={deploymentId}>
        {sentName(card)}
      </SubjectLink>{' '}
      <ExerciseMark exercise={exercise} /> <ChangedMark id={deploymentId} />
      {isMissed && (
        <p>
          <Tag tone="bad">{say('missed.check-in')}</Tag>
        </p>
      )}
      <p>{say('card.route', { owner: read(cityName(owner)), requester: read(cityName(requester)) })}</p>
      <NextMoment card={card} />
      <p className="muted lane-order">{orderNumber}</p>
    </article>
  );
};

/** The next moment that matters in each state. */
const nextOf = ({ status, times, agreedReturn }: DeploymentCard) => {
  const { arrival, returnArrival } = times;
  const byStatus: Partial<Record<DeploymentStatus, readonly ['arrives' | 'returns' | 'home', Instant | undefined]>> = {
    mobilising: ['arrives', arrival.estimated],
    departed: ['arrives', arrival.estimated],
    'en-route': ['arrives', arrival.estimated],
    arrived: ['returns', agreedReturn],
    working: ['returns', agreedReturn],
    returning: ['home', returnArrival.estimated],
  };
  return byStatus[status];
};

const NextMoment = ({ card }: { readonly card: DeploymentCard }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const [what, at] = nextOf(card) ?? [];
  if (what === undefined || at === undefined) return null;
  return (
    <p>
      {say(`card.${what}`)} <Moment at={at} relative />
    </p>
  );
};
