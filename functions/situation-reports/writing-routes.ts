import type { LoadedSet } from '../../shared/data/loaded.ts';
import { summaryOf } from '../../shared/domain/incident/incident-state.ts';
import { IncidentSummarySchema } from '../../shared/domain/incident/incident-summary.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { reportIdOf } from '../../shared/domain/situation-report/report-id.ts';
import type {
  FollowIncident,
  SituationReportCommand,
} from '../../shared/domain/situation-report/situation-report-commands.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { situationReportConversation as conversation } from '../../shared/exchange/conversations/situation-report.ts';
import { problems } from '../../shared/http/problems.ts';
import { situationReportRoutes as routes } from '../../shared/http/routes/situation-reports.ts';
import { SituationReportViewSchema, situationReportView as view } from '../../shared/http/views/situation-report.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { signatureFor } from './sign-report.ts';
import { CONVERSATIONS, type SituationReportsCell } from './situation-reports-cell.ts';

interface Named {
  readonly incidentId: string;
  readonly incidentCity?: CityCode | undefined;
}

const isPartners = ({ incidentCity }: Named, city: CityCode): boolean =>
  incidentCity !== undefined && incidentCity !== city;

/**
 * What a report is opened with: the incident as this city has it, or as its partner told of it.
 * @throws ProblemError 404 when neither is known.
 */
const incidentAmong = (
  others: LoadedSet,
  named: Named,
  city: CityCode,
): Pick<FollowIncident, 'incident' | 'exercise' | 'openedAt'> => {
  const { incidentId, incidentCity } = named;
  if (isPartners(named, city)) {
    const partner = others.state(partnerIncidentConversation, incidentId);
    if (!partner || partner.city !== incidentCity)
      throw problems.notFound(AGGREGATE_KIND_NAMES['partner-incident'], incidentId);
    const { exercise, receivedAt: openedAt } = partner;
    return { incident: IncidentSummarySchema.strip().parse(partner.incident), exercise, openedAt };
  }
  const incident = others.state(incidentConversation, incidentId);
  if (!incident) throw problems.notFound(AGGREGATE_KIND_NAMES.incident, incidentId);
  return { incident: summaryOf(incident), exercise: incident.exercise, openedAt: incident.reportedAt };
};

const open = (cell: SituationReportsCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.openSituationReport, {
    conversation,
    target: ({ body }) => reportIdOf(body.incidentId, isPartners(body, cell.city) ? cell.city : 'its-city'),
    alsoLoad: ({ body }) => [
      { kind: isPartners(body, cell.city) ? 'partner-incident' : 'incident', id: body.incidentId },
    ],
    command: ({ body }, others, id): SituationReportCommand => ({
      type: 'open',
      id,
      ...incidentAmong(others, body, cell.city),
    }),
    view,
  });

/** The last step signs, which no decision does: the signature is made before, and checked by the decision. */
const takeStep = (cell: SituationReportsCell): BoundRoute =>
  implement(routes.takeReportStep, async (input) => {
    const signature =
      input.body.step === 'approve' ? await signatureFor(cell, input.params.reportId, input.person) : undefined;
    const bound = commandRoute(cell, CONVERSATIONS, routes.takeReportStep, {
      conversation,
      target: ({ params }) => params.reportId,
      command: ({ body: taken }): SituationReportCommand => ({
        type: 'take-step',
        taken,
        digestOf,
        ...(signature && { signature }),
      }),
      view,
    });
    return bound.run(input) as Promise<{ readonly body: ReturnType<typeof view> }>;
  });

const send = (cell: SituationReportsCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.sendReport, {
    conversation,
    target: ({ params }) => params.reportId,
    alsoLoad: ({ body }) => body.agreements.map((id) => ({ kind: 'agreement', id })),
    command: ({ body }, others): SituationReportCommand => ({
      type: 'send',
      to: body.agreements.map((agreementId) => ({
        agreementId,
        agreement: others.state(agreementConversation, agreementId),
      })),
    }),
    view,
  });

/** What people write and do about reports. */
export const writingRoutes = (cell: SituationReportsCell): readonly BoundRoute[] => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation,
    parameter: 'reportId',
    schema: SituationReportViewSchema,
    view,
  });
  return [
    open(cell),
    on(routes.writeReport, ({ body: content }) => ({ type: 'write', content })),
    takeStep(cell),
    send(cell),
  ];
};
