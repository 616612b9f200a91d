import { INCIDENT_REFUSALS } from '../incident/incident-refusals.ts';
import { type IncidentState, isVerified, summaryOf } from '../incident/incident-state.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { draftFromPlan } from '../plan/plan-draft.ts';
import { actingPerson, done, type RequestDecision, wrongStatus } from './deciding.ts';
import type { RequestCommandOf } from './request-commands.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import type { RequestState } from './request-state.ts';
import { writeItems } from './write-items.ts';

/** @returns what of the incident is copied into a request, or the refusal of a request for none, or for one that is over. */
export const occasionOf = (incident: IncidentState | undefined) => {
  if (!incident) return refuse(REQUEST_REFUSALS.incidentNotFound, {}, '/incidentId');
  const { title } = incident.details;
  if (incident.status === 'reported') return refuse(INCIDENT_REFUSALS.notVerified, { title }, '/incidentId');
  if (!isVerified(incident)) return refuse(REQUEST_REFUSALS.incidentOver, { title }, '/incidentId');
  return { accepted: true, incident: summaryOf(incident), exercise: incident.exercise } as const;
};

/** Drafts a request for an incident: what is known of the incident is copied in. */
export const decideDraft = (
  state: RequestState | undefined,
  { requestId, incident: named, items, plan }: RequestCommandOf<'draft'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state) return refuse(REQUEST_REFUSALS.alreadyExists);
  const occasion = occasionOf(named);
  if (!occasion.accepted) return occasion;
  const written = writeItems(items, [], circumstances);
  if (written.refusal) return { accepted: false, refusal: written.refusal };
  return accept({
    type: 'requestDrafted',
    requestId,
    requester: circumstances.city,
    incident: occasion.incident,
    exercise: occasion.exercise,
    items: written.items,
    ...(plan === undefined ? {} : { plan }),
    ...done(circumstances),
  });
};

/** Drafts a request as a plan on file has it ready. */
export const decideDraftFromPlan = (
  state: RequestState | undefined,
  { requestId, incident, plan }: RequestCommandOf<'draft-from-plan'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (!incident) return refuse(INCIDENT_REFUSALS.unknown);
  const occasion = occasionOf(incident);
  if (!occasion.accepted) return occasion;
  const drafted = draftFromPlan(plan, incident, circumstances.now);
  if (drafted.refusal) return { accepted: false, refusal: drafted.refusal };
  return decideDraft(state, { type: 'draft', requestId, incident, ...drafted }, circumstances);
};

/** Rewrites a draft; whoever does so is one of its authors from then on. */
export const decideRevise = (
  state: RequestState,
  { items }: RequestCommandOf<'revise'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'drafted') return wrongStatus(state);
  const written = writeItems(items, state.items, circumstances);
  if (written.refusal) return { accepted: false, refusal: written.refusal };
  return accept({ type: 'requestRevised', items: written.items, ...done(circumstances) });
};

/** Approves a draft: never by one of its authors (four eyes). */
export const decideApprove = (
  state: RequestState,
  _: RequestCommandOf<'approve'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'drafted') return wrongStatus(state);
  const { id, name } = actingPerson(circumstances);
  if (state.authors.some((author) => author.id === id)) return refuse(REQUEST_REFUSALS.fourEyes, { name });
  return accept({ type: 'requestApproved', ...done(circumstances) });
};

/** Sends a request back to its authors, as long as no partner has it. */
export const decideSendBack = (
  state: RequestState,
  { reason }: RequestCommandOf<'send-back'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'drafted' && state.status !== 'approved') return wrongStatus(state);
  return accept({ type: 'requestSentBack', reason, ...done(circumstances) });
};
