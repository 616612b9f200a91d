import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { done } from '../request/deciding.ts';
import { RESPONSE_LEVELS, type ResponseLevel } from '../vocabulary/hazards.ts';
import type { LevelStep } from './incident-command.ts';
import type {
  DismissIncident,
  IncidentCommandOf,
  OpenIncidentCommand,
  ReportFromOrder,
  SetResponseLevel,
} from './incident-commands.ts';
import type { IncidentDetails } from './incident-details.ts';
import type { IncidentEvent } from './incident-events.ts';
import { INCIDENT_REFUSALS as REFUSALS } from './incident-refusals.ts';
import { type IncidentState, isGoingOn } from './incident-state.ts';
import { otherRefusal } from './other-incident.ts';

export type IncidentDecision = Decision<IncidentEvent>;

/** @returns the refusal of a command that the incident's status does not allow. */
export const wrongStatus = ({ status, details: { title }, ...rest }: IncidentState): IncidentDecision =>
  status === 'closed' && 'closure' in rest
    ? refuse(REFUSALS.closed, { title, closedAt: rest.closure.at })
    : refuse(REFUSALS.wrongStatus, { title, status });

const futureRefusal = ({ occurredAt }: IncidentDetails, { now }: Circumstances): Refusal | undefined =>
  occurredAt > now ? { reason: REFUSALS.notYet, parameters: { occurredAt }, pointer: '/occurredAt' } : undefined;

/** What the reason of a level is where a coordinator opens an incident with it. */
const OPENED_WITH = '接报核实后启动';

const levelSet = (
  responseLevel: ResponseLevel,
  step: LevelStep,
  reason: string,
  circumstances: Circumstances,
  announcedAt = circumstances.now,
) => ({ type: 'responseLevelSet', responseLevel, step, reason, announcedAt, ...done(circumstances) }) as const;

/** Takes down a report; whoever names a response level has verified it and starts the response at once. */
export const decideOpen = (
  { id, details, exercise, responseLevel }: OpenIncidentCommand,
  circumstances: Circumstances,
): IncidentDecision => {
  const refusal = futureRefusal(details, circumstances);
  if (refusal) return { accepted: false, refusal };
  const made = done(circumstances);
  const reported: IncidentEvent = { type: 'incidentReported', id, details, exercise, ...made };
  if (responseLevel === undefined) return accept(reported);
  const verified: IncidentEvent = { type: 'incidentVerified', ...made };
  return accept<IncidentEvent>(reported, verified, levelSet(responseLevel, 'set', OPENED_WITH, circumstances));
};

/** Takes down what a work order of the hotline says has happened. */
export const decideReportFromOrder = (
  { id, details, exercise, workOrderId, number }: ReportFromOrder,
  circumstances: Circumstances,
): IncidentDecision => {
  const opened = decideOpen({ type: 'open', id, details, exercise }, circumstances);
  return opened.accepted ? accept(...opened.events, { type: 'workOrderAttached', workOrderId, number }) : opened;
};

/** Says that it is so; also of what had been dismissed too early. */
export const decideVerify = (
  incident: IncidentState,
  { words }: IncidentCommandOf<'verify'>,
  circumstances: Circumstances,
): IncidentDecision => {
  if (incident.status !== 'reported' && incident.status !== 'dismissed') return wrongStatus(incident);
  return accept({ type: 'incidentVerified', ...(words === undefined ? {} : { words }), ...done(circumstances) });
};

/** Says that nothing has happened, or that it is known already under another name. */
export const decideDismiss = (
  incident: IncidentState,
  { verdict, of, reason }: DismissIncident,
  circumstances: Circumstances,
): IncidentDecision => {
  if (incident.status !== 'reported' && incident.status !== 'verified') return wrongStatus(incident);
  const dismissed = { type: 'incidentDismissed', verdict, reason, ...done(circumstances) } as const;
  if (verdict === 'false') return accept(dismissed);
  if (!of) return refuse(REFUSALS.duplicateOfWhat, {}, '/of');
  const refusal = otherRefusal(incident, of, '/of/incidentId');
  if (refusal) return { accepted: false, refusal };
  const { city, incidentId, found } = of;
  return accept({ ...dismissed, of: { city, incidentId, title: found?.title ?? '' } });
};

export const decideChange = (
  incident: IncidentState,
  { details }: IncidentCommandOf<'change'>,
  circumstances: Circumstances,
): IncidentDecision => {
  if (!isGoingOn(incident) && incident.status !== 'ended') return wrongStatus(incident);
  const refusal = futureRefusal(details, circumstances);
  return refusal ? { accepted: false, refusal } : accept({ type: 'incidentChanged', details });
};

const stepTo = (incident: IncidentState, level: ResponseLevel): LevelStep => {
  if (incident.status === 'ended') return 'resumed';
  if (incident.status !== 'responding') return 'set';
  return RESPONSE_LEVELS.indexOf(level) < RESPONSE_LEVELS.indexOf(incident.responseLevel) ? 'raised' : 'lowered';
};

export const decideLevel = (
  incident: IncidentState,
  { responseLevel, reason, announcedAt }: SetResponseLevel,
  circumstances: Circumstances,
): IncidentDecision => {
  const { title } = incident.details;
  if (incident.status === 'reported') return refuse(REFUSALS.notVerified, { title });
  if (incident.status === 'dismissed' || incident.status === 'closed') return wrongStatus(incident);
  if (incident.status === 'responding' && incident.responseLevel === responseLevel)
    return refuse(REFUSALS.sameLevel, { level: responseLevel }, '/responseLevel');
  if (announcedAt !== undefined && announcedAt > circumstances.now)
    return refuse(REFUSALS.announcedInTheFuture, { announcedAt }, '/announcedAt');
  return accept(levelSet(responseLevel, stepTo(incident, responseLevel), reason, circumstances, announcedAt));
};

export const decideEndResponse = (
  incident: IncidentState,
  { reason }: IncidentCommandOf<'end-response'>,
  circumstances: Circumstances,
): IncidentDecision =>
  incident.status === 'responding'
    ? accept({ type: 'responseEnded', reason, ...done(circumstances) })
    : wrongStatus(incident);

/** Puts it on file; a response that has not been ended ends with it. */
export const decideClose = (
  incident: IncidentState,
  { reason }: IncidentCommandOf<'close'>,
  circumstances: Circumstances,
): IncidentDecision => {
  const made = { reason, ...done(circumstances) };
  switch (incident.status) {
    case 'verified':
    case 'ended':
      return accept({ type: 'incidentClosed', ...made });
    case 'responding':
      return accept({ type: 'responseEnded', ...made }, { type: 'incidentClosed', ...made });
    case 'reported':
      return refuse(REFUSALS.notVerified, { title: incident.details.title });
    case 'dismissed':
    case 'closed':
      return wrongStatus(incident);
  }
};
