import { type LoadedSet, loadMany } from '../../shared/data/loaded.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { RequestCardSchema, requestList } from '../../shared/domain/request/request-listings.ts';
import { type EngagedRequest, isEngaged } from '../../shared/domain/request/request-state.ts';
import { countForces, type Engagement } from '../../shared/domain/situation-report/engaged-forces.ts';
import { nextContent } from '../../shared/domain/situation-report/next-content.ts';
import { SITUATION_REPORT_REFUSALS } from '../../shared/domain/situation-report/situation-report-refusals.ts';
import { isOwn, type OwnReport } from '../../shared/domain/situation-report/situation-report-state.ts';
import { TaskCardSchema, taskList } from '../../shared/domain/task/task-listings.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import type { NextReport } from '../../shared/http/views/situation-report.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { CONVERSATIONS, type SituationReportsCell } from './situation-reports-cell.ts';

/** Requests and tasks of one incident that are looked at. */
const MOST = 100;

/** Tasks that an agency holds. */
const AT_WORK: readonly string[] = ['under-way', 'done'];

const engagementsOf = (request: EngagedRequest, city: CityCode): readonly Engagement[] => {
  const kindOf = (itemId: string) => request.items.find((item) => item.itemId === itemId)?.kind;
  const isOut = (deploymentId: string): boolean => request.endedDeployments[deploymentId] === undefined;
  return [
    ...request.ownHelp.dispatches.flatMap((dispatch) =>
      'team' in dispatch && isOut(dispatch.deploymentId)
        ? [{ city, kind: kindOf(dispatch.itemId), people: dispatch.team.headcount }]
        : [],
    ),
    ...request.requisitions.flatMap((record) =>
      record.status === 'committed'
        ? record.commitment.teams.flatMap((team) =>
            isOut(team.deploymentId)
              ? [{ city: record.city, kind: kindOf(record.requisition.itemId), people: team.team.headcount }]
              : [],
          )
        : [],
    ),
  ];
};

const partnersOf = (requests: readonly EngagedRequest[], loaded: LoadedSet, incidentId: string) => [
  ...requests.flatMap(({ placements }) => placements.map(({ city, agreementId }) => ({ city, agreementId }))),
  ...(loaded
    .state(incidentConversation, incidentId)
    ?.sharings.map(({ city, agreementId }) => ({ city, agreementId })) ?? []),
  ...[loaded.state(partnerIncidentConversation, incidentId)].flatMap((partner) =>
    partner ? [{ city: partner.city, agreementId: partner.agreementId }] : [],
  ),
];

const notYetSent = (report: OwnReport, partners: NextReport['recipients']): NextReport['recipients'] =>
  [...new Map(partners.map((partner) => [partner.city, partner])).values()].filter(
    ({ city }) => !report.recipients.some((recipient) => recipient.city === city),
  );

/** What the next version could begin with: the series, the requests and tasks of the incident, and the partners that have to do with it. */
export const nextReport = async (cell: SituationReportsCell, reportId: string): Promise<NextReport> => {
  const { state: report } = await loadOr404(cell, situationReportConversation, reportId);
  if (!isOwn(report))
    throw problemOfRefusal({ reason: SITUATION_REPORT_REFUSALS.notOurs, parameters: { city: report.city } });
  const { incidentId } = report.incident;
  const [requestCards, taskCards] = await Promise.all([
    listCards(cell, requestList({ incidentId }), { limit: MOST }, RequestCardSchema),
    listCards(cell, taskList({ incidentId }), { limit: MOST }, TaskCardSchema),
  ]);
  const requestIds = requestCards.items.map(({ requestId }) => requestId);
  const loaded = await loadMany(cell.store, CONVERSATIONS, [
    { kind: 'incident', id: incidentId },
    { kind: 'partner-incident', id: incidentId },
    ...requestIds.map((id) => ({ kind: 'request' as const, id })),
  ]);
  const requests = requestIds
    .map((id) => loaded.state(requestConversation, id))
    .filter((request) => request !== undefined)
    .filter(isEngaged);
  const tasks = taskCards.items.filter(({ status }) => AT_WORK.includes(status));
  const forces = countForces([
    ...requests.flatMap((request) => engagementsOf(request, cell.city)),
    ...tasks.map(({ kind }) => ({ city: cell.city, kind })),
  ]);
  return {
    content: nextContent(report, forces, cell.clock.now()),
    recipients: notYetSent(report, partnersOf(requests, loaded, incidentId)),
  };
};
