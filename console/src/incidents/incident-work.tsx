import type { ReactNode } from 'react';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { INCIDENTS } from './incidents-words.ts';

/** What one list of an incident shows at most. */
const SHOWN = 50;

interface Entry {
  readonly id: string;
  readonly what: ReactNode;
  readonly status: string;
  readonly besides?: ReactNode;
}

interface WorkProps<T> {
  readonly title: string;
  readonly kind: string;
  readonly read: Parameters<
    typeof Shown<{ readonly items: readonly T[]; readonly nextCursor?: string | undefined }>
  >[0]['read'];
  readonly entryOf: (item: T) => Entry;
}

const Work = <T,>({ title, kind, read, entryOf }: WorkProps<T>): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  return (
    <section aria-label={title}>
      <h3>
        {title} {read.data?.body.items.length === 0 && <span className="muted">{say('none')}</span>}
      </h3>
      <Shown read={read}>
        {({ items, nextCursor }) => (
          <>
            <ul className="entries">
              {items.map(entryOf).map(({ id, what, status, besides }) => (
                <li key={id}>
                  <span className="entry-main">
                    <SubjectLink kind={kind} id={id}>
                      {what}
                    </SubjectLink>
                  </span>
                  {besides}
                  <Status status={status} />
                </li>
              ))}
            </ul>
            {nextCursor !== undefined && <p className="muted">{say('work.more', { count: SHOWN })}</p>}
          </>
        )}
      </Shown>
    </section>
  );
};

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

const Tasks = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const tasks = useRead(taskRoutes.listTasks, { query: { incidentId, limit: SHOWN } });
  return (
    <Work
      title={say('work.tasks')}
      kind="task"
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

const CallOuts = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const callOuts = useRead(callOutRoutes.listCallOuts, { query: { incident: incidentId, limit: SHOWN } });
  return (
    <Work
      title={say('work.call-outs')}
      kind="call-out"
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
export const IncidentWork = ({ incident: { incidentId } }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  return (
    <Panel title={say('work.title')}>
      <IncidentReports incidentId={incidentId} />
      <Requests incidentId={incidentId} />
      <Deployments incidentId={incidentId} />
      <Tasks incidentId={incidentId} />
      <CallOuts incidentId={incidentId} />
      <Orders incidentId={incidentId} />
    </Panel>
  );
};
