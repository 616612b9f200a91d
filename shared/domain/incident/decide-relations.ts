import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { IncidentDecision } from './decide-standing.ts';
import type { LinkIncident, ReceiveRelation, RelateIncident } from './incident-commands.ts';
import { INCIDENT_REFUSALS as REFUSALS } from './incident-refusals.ts';
import { type IncidentRelation, toSame } from './incident-relation.ts';
import type { IncidentState } from './incident-state.ts';
import { otherRefusal } from './other-incident.ts';

const planRefusal = ({ links, plans }: LinkIncident): Refusal | undefined => {
  for (const [index] of links.planIds.entries()) {
    const plan = plans[index];
    const pointer = `/planIds/${index}`;
    if (!plan) return { reason: REFUSALS.planUnknown, parameters: {}, pointer };
    if (plan.status === 'retired')
      return { reason: REFUSALS.planRetired, parameters: { plan: plan.details.title }, pointer };
  }
  return undefined;
};

const warningRefusal = (
  { details: { title }, exercise }: IncidentState,
  { links, warnings }: LinkIncident,
): Refusal | undefined => {
  for (const [index] of links.warningIds.entries()) {
    const warning = warnings[index];
    const pointer = `/warningIds/${index}`;
    if (!warning) return { reason: REFUSALS.warningUnknown, parameters: {}, pointer };
    if (warning.isExercise && !exercise) return { reason: REFUSALS.drillAndReal, parameters: { title }, pointer };
  }
  return undefined;
};

/** Says which cameras, plans and warnings belong to it, instead of what was said before. Plans serve drills as well. */
export const decideLink = (incident: IncidentState, command: LinkIncident): IncidentDecision => {
  const refusal = planRefusal(command) ?? warningRefusal(incident, command);
  return refusal ? { accepted: false, refusal } : accept({ type: 'incidentLinked', links: command.links });
};

const relationsRefusal = (incident: IncidentState, { relations }: RelateIncident): Refusal | undefined => {
  for (const [index, other] of relations.entries()) {
    const pointer = `/relations/${index}/incidentId`;
    const refusal = otherRefusal(incident, other, pointer);
    if (refusal) return refusal;
    if (relations.findIndex((one) => toSame(one, other)) < index)
      return { reason: REFUSALS.relatedTwice, parameters: {}, pointer };
  }
  return relations.filter(({ relation }) => relation === 'parent').length > 1
    ? { reason: REFUSALS.twoParents, parameters: {}, pointer: '/relations' }
    : undefined;
};

/** Says what other incidents are to this one, instead of what was said before. */
export const decideRelate = (
  incident: IncidentState,
  command: RelateIncident,
  { city }: Circumstances,
): IncidentDecision => {
  const refusal = relationsRefusal(incident, command);
  if (refusal) return { accepted: false, refusal };
  const relations = command.relations.map(
    ({ found, relation, city: of, incidentId }): IncidentRelation => ({
      relation,
      city: of,
      incidentId,
      title: found?.title ?? '',
      saidBy: 'this',
    }),
  );
  const before = incident.relations.filter(({ saidBy }) => saidBy === 'this');
  const ended = before
    .filter((one) => !relations.some((other) => toSame(one, other)))
    .map(({ city: of, incidentId }) => ({ city: of, incidentId }));
  return accept({ type: 'incidentRelated', city, relations, ended });
};

/** Takes down what another incident says of this one. That it is no longer here, or never was, is no reason to refuse. */
export const decideReceiveRelation = (
  incident: IncidentState | undefined,
  { city, incidentId, title, relation }: ReceiveRelation,
): IncidentDecision => {
  if (!incident) return accept();
  const known = incident.relations.find((one) => one.saidBy === 'other' && toSame(one, { city, incidentId }));
  if (known?.relation === relation && (known === undefined || known.title === title)) return accept();
  return accept({
    type: 'relationReceived',
    city,
    incidentId,
    title,
    ...(relation === undefined ? {} : { relation }),
  });
};

/** @returns why a work order cannot be attached, or `undefined`. */
export const ordersFull = (maximum: number) => refuse(REFUSALS.ordersFull, { maximum });
