import { type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { arrivalAt, packagedMission } from '../package/package-mission.ts';
import { PACKAGE_REFUSALS } from '../package/package-refusals.ts';
import { decideAnswer } from './decide-answer.ts';
import type { ItemDecision, ReceivedRequestCommandOf } from './received-request-commands.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { itemOf } from './received-request-items.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import type { ReceivedRequestState } from './received-request-state.ts';

/**
 * The duty room answers an item from a package: all of its teams of the item's kind, at their share of what the package costs for
 * the item's days, leaving as soon as the package can. All of the package must be to be had, from now to the end of the mission.
 */
export const decideAnswerFromPackage = (
  state: ReceivedRequestState,
  { itemId, reason, package: known, parts }: ReceivedRequestCommandOf<'answer-from-package'>,
  circumstances: Circumstances,
): Decision<ReceivedRequestEvent> => {
  const { now } = circumstances;
  const item = itemOf(state, itemId);
  if (!item) return refuse(REFUSALS.unknownItem, { itemId }, '/itemId');
  if (!known) return refuse(PACKAGE_REFUSALS.unknown, {}, '/packageId');
  const mission = { from: item.neededBy, until: item.neededUntil };
  const packaged = packagedMission(known, parts, { now, mission, isExercise: state.placed.exercise });
  if ('refusal' in packaged) return { accepted: false, refusal: { ...packaged.refusal, pointer: '/packageId' } };
  const detachment = packaged.detachments.find(({ kind }) => kind === item.kind);
  if (!detachment) {
    const parameters = { package: known.details.name, kind: item.kind };
    return refuse(PACKAGE_REFUSALS.noTeamOfKind, parameters, '/packageId');
  }
  const { teamIds, costs } = detachment;
  const estimatedArrival = arrivalAt(item.reportingPoint, packaged);
  const promise = { itemId, teamIds: [...teamIds], costs, estimatedDeparture: packaged.departure, estimatedArrival };
  const decision: ItemDecision =
    reason === undefined ? { response: 'accept', ...promise } : { response: 'provisional', ...promise, reason };
  const decided = decideAnswer(state, { type: 'answer', items: [decision], teams: parts.teams }, circumstances);
  return decided.accepted ? decided : { accepted: false, refusal: { ...decided.refusal, pointer: '/packageId' } };
};
