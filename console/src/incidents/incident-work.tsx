import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { INCIDENTS } from './incidents-words.ts';
import { SHOWN, Work } from './work-list.tsx';

interface WorkOf {
  readonly incidentId: string;
  /** Whether anything may be begun for it. */
  readonly isOpen: boolean;
}

const Requests = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const inShort = useItemInShort();
  const requests = useRead(requestRoutes.listRequests, { query: { incidentId, limit: SHOWN } });
  return (
    <Work
      title={say('work.requests')}
      kind="request"
      read={requests}
      entryOf={({ requestId, items, status, draftedAt }) => ({
        id: requestId,
        what: items.map(inShort).join('；'),
        status,
        besides: <Moment at={draftedAt} />,
      })}
    />
  );
};

/** Deployments that partners, or the city itself, sent for the requests of the incident. */
const Deployments = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const requests = useRead(requestRoutes.listRequests, { query: { incidentId, limit: SHOWN } });
  const ids = requests.data?.body.items.map(({ requestId }) => requestId) ?? [];
  const deployments = useRead(
    deploymentRoutes.listDeployments,
    { query: { side: 'requester', limit: 200 } },
    ids.length > 0,
  );
  const items = deployments.data?.body.items.filter(({ requestId }) => ids.includes(requestId)) ?? [];
  if (items.length === 0) return null;
  return (
    <Work
      title={say('work.deployments')}
      kind="deployment"
      read={{ ...deployments, data: { status: 200, body: { items } } }}
      entryOf={({ deploymentId, team, lot, owner, status, requestedArrival }) => ({
        id: deploymentId,
        what: `${read(cityName(owner))} · ${team?.name ?? lot?.name ?? deploymentId}`,
        status,
        besides: <Moment at={requestedArrival} />,
      })}
    />
  );
};

const Tasks = ({ incidentId, isOpen }: WorkOf): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const tasks = useRead(taskRoutes.listTasks, { query: { incidentId, limit: SHOWN } });
  return (
    <Work
      title={say('work.tasks')}
      kind="task"
      begin={
        isOpen &&
        may(taskRoutes.sendTask) && <Link to={`/tasks/new?incident=${incidentId}`}>{say('work.task.new')}</Link>
      }
      read={tasks}
      entryOf={({ taskId, mission, status, neededBy }) => ({
        id: taskId,
        what: mission,
        status,
        besides: <Moment at={neededBy} />,
      })}
    />
  );
};

const CallOuts = ({ incidentId, isOpen }: WorkOf): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const callOuts = useRead(callOutRoutes.listCallOuts, { query: { incident: incidentId, limit: SHOWN } });
  return (
    <Work
      title={say('work.call-outs')}
      kind="call-out"
      begin={
        isOpen &&
        may(callOutRoutes.openCallOut) && (
          <Link to={`/call-outs/new?incident=${incidentId}`}>{say('work.call-out.new')}</Link>
        )
      }
      read={callOuts}
      entryOf={({ callOutId, question, status, opinions, invited }) => ({
        id: callOutId,
        what: question,
        status,
        besides: say('work.opinions', { opinions, invited }),
      })}
    />
  );
};

const Orders = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const orders = useRead(workOrderRoutes.listWorkOrders, { query: { incident: incidentId, limit: SHOWN } });
  return (
    <Work
      title={say('work.orders')}
      kind="work-order"
      read={orders}
      entryOf={({ workOrderId, number, excerpt, status }) => ({
        id: workOrderId,
        what: `${number} ${excerpt}`,
        status,
      })}
    />
  );
};

/** The series of reports on an incident, this city's and those of partners. */
export const IncidentReports = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const reports = useRead(situationReportRoutes.listSituationReports, {
    query: { incident: incidentId, limit: SHOWN },
  });
  return (
    <Work
      title={say('work.reports')}
      kind="situation-report"
      read={reports}
      entryOf={({ reportId, city, status, latest }) => ({
        id: reportId,
        what: say('work.report.of', { city: read(cityName(city)) }),
        status,
        besides: latest && say('work.version', { kind: read(REPORT_KINDS[latest.kind]), number: latest.number }),
      })}
    />
  );
};

/** All that is done about an incident: reports, requests, deployments, tasks, call-outs, work orders. */
export const IncidentWork = ({ incident: { incidentId, status } }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const isOpen = status === 'reported' || status === 'verified' || status === 'responding';
  return (
    <Panel title={say('work.title')}>
      <IncidentReports incidentId={incidentId} />
      <Requests incidentId={incidentId} />
      <Deployments incidentId={incidentId} />
      <Tasks incidentId={incidentId} isOpen={isOpen} />
      <CallOuts incidentId={incidentId} isOpen={isOpen} />
      <Orders incidentId={incidentId} />
    </Panel>
  );
};
