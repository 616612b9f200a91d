import * as z from 'zod';
import type { LoadedSet } from '../../shared/data/loaded.ts';
import type { CapAlert } from '../../shared/domain/cap/cap-alert.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { actsOf } from '../../shared/domain/warning/warning-act.ts';
import type { IssueWarning, WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import {
  alertOfDraft,
  cancellationOf,
  ownReference,
  type Sending,
  type WarningDraft,
} from '../../shared/domain/warning/warning-draft.ts';
import { WARNING_REFUSALS } from '../../shared/domain/warning/warning-refusals.ts';
import { isWarning, type Warning } from '../../shared/domain/warning/warning-state.ts';
import type { WarningRuleCard } from '../../shared/domain/warning-rule/warning-rule.ts';
import { warningIdOf } from '../../shared/exchange/cap/warning-id.ts';
import { warningConversation as conversation } from '../../shared/exchange/conversations/warning.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { warningRoutes as routes } from '../../shared/http/routes/warnings.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute, RouteInput } from '../../shared/lambda/bound-route.ts';
import {
  actOn,
  CONVERSATIONS,
  referenceTo,
  rulesInUse,
  shownView,
  takenOf,
  type WarningsCell,
} from './warnings-cell.ts';

/** How the city sends what it sends now. Settled before anything is read: the id is made of the name, which holds the moment. */
const sendingOf = ({ city, dutyRoom, clock }: WarningsCell): Sending => ({
  city,
  senderName: dutyRoom.name,
  now: clock.now(),
});

/** What the city itself says of hazard and colour goes before what can be read out of its words. */
const warningOf = (
  alert: CapAlert,
  { colour, hazard }: WarningDraft,
  { city, rules }: { readonly city: CityCode; readonly rules: readonly WarningRuleCard[] },
): IssueWarning => {
  const taken = takenOf(alert);
  const assessment = { ...taken.assessment, colour, hazards: [hazard] };
  return { type: 'issue', ...taken, assessment, acts: actsOf(rules, alert, assessment, city) };
};

/** Answers, once what the city's rules have these warnings do is done. */
const acting = async <R>(cell: WarningsCell, ids: readonly string[], output: Promise<R>): Promise<R> => {
  const answer = await output;
  await actOn(cell, ids);
  return answer;
};

/** @throws ProblemError 404 when there is no such warning. */
const formerOf = (others: LoadedSet, warningId: string): Warning => {
  const state = others.state(conversation, warningId);
  if (!isWarning(state)) throw problemOfRefusal({ reason: WARNING_REFUSALS.unknown, parameters: {} });
  return state;
};

/** @returns the parts of a route that sends an alert under the name of that moment. */
const sent = (sending: Sending) => ({
  conversation,
  target: () => warningIdOf(ownReference(sending)),
  view: shownView,
});

const issuingRoute = (cell: WarningsCell): BoundRoute => ({
  contract: routes.issueWarning,
  run: async (input) => {
    const sending = sendingOf(cell);
    const context = { city: cell.city, rules: await rulesInUse(cell) };
    const route = commandRoute(cell, CONVERSATIONS, routes.issueWarning, {
      ...sent(sending),
      command: ({ body: { status, warning } }): WarningCommand =>
        warningOf(alertOfDraft(warning, { status }, sending), warning, context),
    });
    return acting(cell, [sent(sending).target()], route.run(input));
  },
});

const alsoLoad = ({ params: { warningId } }: { readonly params: { readonly warningId: string } }) => [
  referenceTo(warningId),
];

const NamedSchema = z.object({ warningId: z.uuid() });

/** The warning that the path names. */
const namedIn = ({ params }: RouteInput<unknown, unknown, unknown>): readonly string[] => [
  NamedSchema.parse(params).warningId,
];

const updatingRoute = (cell: WarningsCell): BoundRoute => ({
  contract: routes.updateWarning,
  run: async (input) => {
    const sending = sendingOf(cell);
    const context = { city: cell.city, rules: await rulesInUse(cell) };
    const route = commandRoute(cell, CONVERSATIONS, routes.updateWarning, {
      ...sent(sending),
      alsoLoad,
      command: ({ body: { warning }, params }, others): WarningCommand => {
        const former = formerOf(others, params.warningId);
        const { status, ...name } = former.alert;
        const alert = alertOfDraft(warning, { status, former: name }, sending);
        return { ...warningOf(alert, warning, context), former };
      },
    });
    return acting(cell, [sent(sending).target(), ...namedIn(input)], route.run(input));
  },
});

const cancellingRoute = (cell: WarningsCell): BoundRoute => ({
  contract: routes.cancelWarning,
  run: (input) => {
    const sending = sendingOf(cell);
    const route = commandRoute(cell, CONVERSATIONS, routes.cancelWarning, {
      ...sent(sending),
      alsoLoad,
      command: ({ body: { reason }, params }, others): WarningCommand => {
        const former = formerOf(others, params.warningId);
        return { type: 'issue', ...takenOf(cancellationOf(former.alert, reason, sending)), former };
      },
    });
    return acting(cell, namedIn(input), route.run(input));
  },
});

/** Routes by which the city warns: each sends an alert of its own. */
export const issuingRoutes = (cell: WarningsCell): readonly BoundRoute[] => [
  issuingRoute(cell),
  updatingRoute(cell),
  cancellingRoute(cell),
];
