import { standingRefusal } from '../agreement/agreement-scope.ts';
import { partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { done } from '../request/deciding.ts';
import type { DrillCommandOf } from './drill-commands.ts';
import type { DrillEvent, MessageTo } from './drill-events.ts';
import { DRILL_REFUSALS as REFUSALS } from './drill-refusals.ts';
import type { DrillState } from './drill-state.ts';

type Planning = DrillCommandOf<'plan'>;

/** The partners that are told, each by a message of its own: every agreement must be usable, a live one as well as one for exercises. */
const messagesTo = (
  { agreements }: Planning,
  { city, now, newId }: Circumstances,
): { readonly messages: MessageTo[] } | { readonly refusal: Refusal } => {
  const messages: MessageTo[] = [];
  for (const [index, { agreementId, agreement }] of agreements.entries()) {
    const pointer = `/participants/${index}`;
    if (!agreement)
      return { refusal: { reason: AGREEMENT_USE_REFUSALS.notFound, parameters: { agreement: agreementId }, pointer } };
    const standing = standingRefusal(agreement, now);
    if (standing) return { refusal: { ...standing, pointer } };
    const partner = partnerOf(agreement, city);
    if (messages.some((other) => other.city === partner))
      return { refusal: { reason: REFUSALS.participantTwice, parameters: {}, pointer } };
    messages.push({ city: partner, agreementId, messageId: newId() });
  }
  return { messages };
};

const adoptedRefusal = ({ incidents }: Planning): Refusal | undefined => {
  const index = incidents.findIndex(({ incident }) => incident?.exercise !== true);
  return index < 0 ? undefined : { reason: REFUSALS.notAnExercise, parameters: {}, pointer: `/incidentIds/${index}` };
};

/** Plans a drill and announces it to its participants. The ids of its incidents are drawn now, so that partners know what belongs to it. */
export const decidePlan = (
  state: DrillState | undefined,
  command: Planning,
  circumstances: Circumstances,
): Decision<DrillEvent> => {
  if (state) return refuse(REFUSALS.exists);
  const refusal = adoptedRefusal(command);
  if (refusal) return { accepted: false, refusal };
  const told = messagesTo(command, circumstances);
  if ('refusal' in told) return { accepted: false, refusal: told.refusal };
  const { id, script } = command;
  const openings = script.injects.filter(({ deed }) => deed.does === 'open-incident');
  return accept({
    type: 'drillPlanned',
    ...{ id, script, messages: told.messages },
    incidents: Object.fromEntries(openings.map(({ key }) => [key, circumstances.newId()])),
    adopted: command.incidents.map(({ incidentId }) => incidentId),
    ...done(circumstances),
  });
};
