import type * as z from 'zod';
import type { CallOutCommand } from '../../shared/domain/call-out/call-out-commands.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { callOutConversation } from '../../shared/exchange/conversations/call-out.ts';
import { expertConversation } from '../../shared/exchange/conversations/expert.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { ownCallOutRoutes as routes } from '../../shared/http/routes/own-call-outs.ts';
import { type OwnCallOutViewSchema, ownCallOutView } from '../../shared/http/views/call-out.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute, RouteInput } from '../../shared/lambda/bound-route.ts';
import type { CallOutsCell } from './handler.ts';

const CONVERSATIONS = conversationsOf(callOutConversation, expertConversation, incidentConversation);

/** What invited experts do: whoever is signed in does it for themselves, and sees the own side of the call-out only. */
export const ownRoutes = (cell: CallOutsCell): readonly BoundRoute[] => {
  const on = <P extends z.ZodType<{ callOutId: string }>, Q extends z.ZodType, B extends z.ZodType>(
    contract: RouteContract<P, Q, B, typeof OwnCallOutViewSchema>,
    command: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => CallOutCommand,
  ): BoundRoute => ({
    contract,
    run: (input) =>
      commandRoute(cell, CONVERSATIONS, contract, {
        conversation: callOutConversation,
        target: ({ params }) => params.callOutId,
        command,
        view: (callOut) => ownCallOutView(callOut, input.person.id),
      }).run(input),
  });
  return [
    on(routes.answerInvitation, ({ person, body }) => ({
      type: 'answer',
      who: { personId: person.id },
      answer: body,
    })),
    on(routes.giveOpinion, ({ person, params: { callOutId }, body }) => ({
      type: 'give-opinion',
      who: { personId: person.id },
      opinion: body,
      digestFor: (expertId) => digestOf({ callOutId, expertId, ...body }),
    })),
    on(routes.claimFee, ({ person, body }) => ({ type: 'claim-fee', who: { personId: person.id }, claim: body })),
  ];
};
