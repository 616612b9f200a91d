import type { ReactNode } from 'react';
import { totalCost } from '../../../shared/domain/vocabulary/costs.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { CostsShown } from '../parts/money.tsx';
import { useNamed } from '../parts/named.ts';
import { SubjectLink } from '../parts/subject-link.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';

interface MissionFactsProps {
  readonly view: DeploymentView;
}

/** What the mission order says, and what is known since. */
export const MissionFacts = ({ view }: MissionFactsProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const named = useNamed();
  const { team, lot, orderNumber, mission, reportingPoint, costs, checkInMinutes, hoursWorked } = view;
  const price = totalCost(costs) > 0 ? <CostsShown costs={costs} /> : undefined;
  return (
    <Facts
      facts={[
        [say('fact.mission'), mission],
        [say('fact.sent'), named({ teams: team ? [team] : [], lots: lot ? [lot] : [] })],
        [say('fact.point'), reportingPoint.place],
        [say('fact.order'), orderNumber],
        [
          say('fact.check-in'),
          checkInMinutes === undefined ? undefined : say('fact.check-in.every', { minutes: checkInMinutes }),
        ],
        [say('fact.heard'), <Moment key="heard" at={view.heardAt} relative />],
        [say('fact.report'), view.lastReport && <LastReport report={view.lastReport} />],
        [say('fact.hours'), hoursWorked === undefined ? undefined : say('fact.hours.value', { hours: hoursWorked })],
        [say('fact.costs'), price],
        [say('fact.origin'), <Origin key="origin" view={view} />],
        [say('fact.closed'), view.closedAt && <Moment at={view.closedAt} />],
      ]}
    />
  );
};

const LastReport = ({ report }: { readonly report: NonNullable<DeploymentView['lastReport']> }): ReactNode => (
  <>
    <Moment at={report.at} /> {report.position?.place} {report.note}
  </>
);

const Origin = ({ view: { side, owner, requester, requestId, agreementId } }: MissionFactsProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const isReceived = side === 'owner' && owner !== requester;
  return (
    <>
      <SubjectLink kind={isReceived ? 'received-request' : 'request'} id={requestId}>
        {say(isReceived ? 'see.received' : 'see.request')}
      </SubjectLink>{' '}
      {agreementId !== undefined && (
        <SubjectLink kind="agreement" id={agreementId}>
          {say('see.agreement')}
        </SubjectLink>
      )}
    </>
  );
};
