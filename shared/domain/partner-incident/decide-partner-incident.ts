import { AGREEMENT_USE_REFUSALS } from '../agreement/agreement-use.ts';
import { sharingRefusal } from '../incident/decide-sharing.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type {
  LinkPartnerIncident,
  PartnerIncidentCommand,
  ReceiveShared,
  ReceiveUpdate,
} from './partner-incident-commands.ts';
import type { PartnerIncidentEvent } from './partner-incident-events.ts';
import { PARTNER_INCIDENT_REFUSALS as REFUSALS } from './partner-incident-refusals.ts';
import type { PartnerIncidentState } from './partner-incident-state.ts';
import type { SharedIncident } from './shared-incident.ts';

type PartnerIncidentDecision = Decision<PartnerIncidentEvent>;

const endedRelations = (before: SharedIncident | undefined, now: SharedIncident): string[] =>
  (before?.relations ?? [])
    .map(({ incidentId }) => incidentId)
    .filter((id) => !now.relations.some(({ incidentId }) => incidentId === id));

const decideUpdate = (
  state: PartnerIncidentState,
  { from, incident, exercise }: ReceiveUpdate,
  { now }: Circumstances,
): PartnerIncidentDecision => {
  if (state.city !== from) return refuse(REFUSALS.ofAnother);
  if (incident.incidentId !== state.id) return refuse(REFUSALS.otherId);
  if (exercise !== state.exercise) return refuse(REFUSALS.drillAndReal);
  return accept({
    type: 'partnerIncidentUpdated',
    incident,
    ended: endedRelations(state.incident, incident),
    at: now,
  });
};

/** Told a second time of the same incident, it is what the partner says now. */
const decideShared = (
  state: PartnerIncidentState | undefined,
  command: ReceiveShared,
  circumstances: Circumstances,
): PartnerIncidentDecision => {
  const { id, from: city, agreementId, agreement, incident, exercise } = command;
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: agreementId });
  const refusal = sharingRefusal(agreement, exercise);
  if (refusal) return { accepted: false, refusal };
  if (state) return decideUpdate(state, { ...command, type: 'receive-update' }, circumstances);
  if (incident.incidentId !== id) return refuse(REFUSALS.otherId);
  const at = circumstances.now;
  return accept({ type: 'partnerIncidentShared', id, city, agreementId, exercise, incident, ended: [], at });
};

const decideLink = (
  state: PartnerIncidentState,
  { incidentId, title, relation }: LinkPartnerIncident,
): PartnerIncidentDecision => {
  const known = state.linked.find((linked) => linked.incidentId === incidentId);
  if (known?.relation === relation && (known === undefined || known.title === title)) return accept();
  return accept({
    type: 'partnerIncidentLinked',
    incidentId,
    title,
    ...(relation === undefined ? {} : { relation }),
  });
};

/** @returns what a command on a partner's incident comes to. */
export const decidePartnerIncident = (
  state: PartnerIncidentState | undefined,
  command: PartnerIncidentCommand,
  circumstances: Circumstances,
): PartnerIncidentDecision => {
  if (command.type === 'receive-shared') return decideShared(state, command, circumstances);
  if (!state) return refuse(REFUSALS.unknown);
  switch (command.type) {
    case 'receive-update':
      return decideUpdate(state, command, circumstances);
    case 'link':
      return decideLink(state, command);
    case 'clock-ran-out':
      return accept();
  }
};
