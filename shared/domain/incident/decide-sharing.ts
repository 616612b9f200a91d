import { SCOPE_REFUSALS } from '../agreement/agreement-scope.ts';
import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS, exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { done } from '../request/deciding.ts';
import { type IncidentDecision, wrongStatus } from './decide-standing.ts';
import type { IncidentCommandOf, ShareIncident } from './incident-commands.ts';
import type { IncidentEvent } from './incident-events.ts';
import { INCIDENT_REFUSALS as REFUSALS } from './incident-refusals.ts';
import { type IncidentState, isGoingOn } from './incident-state.ts';

/**
 * @returns why nothing can be told of an incident under an agreement. It must be in force; it need not be armed: what has happened is
 * what declarations follow from.
 */
export const sharingRefusal = (agreement: AgreementState, isExercise: boolean): Refusal | undefined =>
  agreement.status === 'in-force'
    ? exerciseRefusal(agreement, isExercise)
    : {
        reason: SCOPE_REFUSALS.notInForce,
        parameters: { title: agreement.terms.title, status: agreement.status },
      };

/** Tells a partner of the incident. */
export const decideShare = (
  incident: IncidentState,
  { agreementId, agreement }: ShareIncident,
  circumstances: Circumstances,
): IncidentDecision => {
  const pointer = '/agreementId';
  if (!isGoingOn(incident)) return wrongStatus(incident);
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: agreementId }, pointer);
  const refusal = sharingRefusal(agreement, incident.exercise);
  if (refusal) return { accepted: false, refusal: { ...refusal, pointer } };
  const city = partnerOf(agreement, circumstances.city);
  if (incident.sharings.some((sharing) => sharing.city === city)) return refuse(REFUSALS.shared, { city }, pointer);
  return accept({
    type: 'incidentShared',
    city,
    agreementId,
    messageId: circumstances.newId(),
    ...done(circumstances),
  });
};

/** What those who are told of an incident are told again. */
const NEWS: ReadonlySet<IncidentEvent['type']> = new Set<IncidentEvent['type']>([
  'incidentVerified',
  'incidentDismissed',
  'incidentChanged',
  'responseLevelSet',
  'responseEnded',
  'incidentClosed',
  'commandTaken',
  'incidentRelated',
]);

/** @returns the decision, and with it that the partners who are told of the incident hear how it now stands: one message each, whatever happened at once. */
export const withNews = (
  incident: IncidentState | undefined,
  decision: IncidentDecision,
  { now, newId }: Circumstances,
): IncidentDecision => {
  const sharings = incident?.sharings ?? [];
  if (!decision.accepted || sharings.length === 0 || !decision.events.some(({ type }) => NEWS.has(type)))
    return decision;
  const messages = sharings.map(({ city, agreementId }) => ({ city, agreementId, messageId: newId() }));
  return accept(...decision.events, { type: 'partnersTold', messages, at: now });
};

/** A partner did not take a message: it is not told any more. */
export const decideMessageFailed = (
  { messageId, city, code, reason }: IncidentCommandOf<'message-failed'>,
  { now }: Circumstances,
): IncidentDecision => accept({ type: 'messageFailed', failure: { messageId, city, code, reason, at: now } });
