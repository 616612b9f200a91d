import type * as z from 'zod';
import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { CallOutCommand, Candidate } from '../../shared/domain/call-out/call-out-commands.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { callOutConversation } from '../../shared/exchange/conversations/call-out.ts';
import { expertConversation } from '../../shared/exchange/conversations/expert.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { callOutRoutes as routes } from '../../shared/http/routes/call-outs.ts';
import { type CallOutViewSchema, callOutView } from '../../shared/http/views/call-out.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute, RouteInput } from '../../shared/lambda/bound-route.ts';
import type { CallOutsCell } from './handler.ts';

const CONVERSATIONS = conversationsOf(
  callOutConversation,
  expertConversation,
  incidentConversation,
  requestConversation,
);

const expert = (id: string): Reference => ({ kind: 'expert', id });

const candidatesIn = (others: LoadedSet, experts: readonly string[]): readonly Candidate[] =>
  experts.map((expertId) => ({ expertId, expert: others.state(expertConversation, expertId) }));

const open = (cell: CallOutsCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.openCallOut, {
    conversation: callOutConversation,
    target: cell.newId,
    alsoLoad: ({ body: { incidentId, requestId, experts } }) => [
      { kind: 'incident', id: incidentId },
      ...(requestId === undefined ? [] : [{ kind: 'request', id: requestId } as const]),
      ...experts.map(expert),
    ],
    command: ({ body: { experts, ...details } }, others, id): CallOutCommand => ({
      type: 'open',
      id,
      details,
      candidates: candidatesIn(others, experts),
      incident: others.state(incidentConversation, details.incidentId),
      request: details.requestId === undefined ? undefined : others.state(requestConversation, details.requestId),
    }),
    view: callOutView,
  });

/** What coordinators do, each answered with the call-out after it; the experts concerned are read in the same round trip. */
export const coordinatorRoutes = (cell: CallOutsCell): readonly BoundRoute[] => {
  const on = <P extends z.ZodType<{ callOutId: string; expertId?: string }>, Q extends z.ZodType, B extends z.ZodType>(
    contract: RouteContract<P, Q, B, typeof CallOutViewSchema>,
    command: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => CallOutCommand,
  ): BoundRoute =>
    commandRoute(cell, CONVERSATIONS, contract, {
      conversation: callOutConversation,
      target: ({ params }) => params.callOutId,
      alsoLoad: ({ params: { expertId } }) => (expertId === undefined ? [] : [expert(expertId)]),
      command,
      view: callOutView,
    });
  return [
    open(cell),
    commandRoute(cell, CONVERSATIONS, routes.inviteExperts, {
      conversation: callOutConversation,
      target: ({ params }) => params.callOutId,
      alsoLoad: ({ body }) => body.experts.map(expert),
      command: ({ body: { experts, replyBy } }, others): CallOutCommand => ({
        type: 'invite',
        candidates: candidatesIn(others, experts),
        replyBy,
      }),
      view: callOutView,
    }),
    on(routes.urgeExperts, () => ({ type: 'urge' })),
    on(routes.recordInvitationAnswer, ({ params: { expertId }, body }) => ({
      type: 'answer',
      who: { expertId },
      answer: body,
    })),
    on(routes.answerProposedTime, ({ params: { expertId }, body }) => ({
      type: 'answer-proposal',
      expertId,
      decision: body,
    })),
    on(routes.withdrawInvitation, ({ params: { expertId }, body }) => ({
      type: 'withdraw-invitation',
      expertId,
      ...body,
    })),
    on(routes.confirmExpertFee, ({ params: { expertId }, body }) => ({
      type: 'confirm-fee',
      expertId,
      confirmation: body,
    })),
    on(routes.appraiseExpert, ({ params: { expertId }, body }) => ({ type: 'appraise', expertId, appraisal: body })),
    on(routes.closeCallOut, () => ({ type: 'close' })),
    on(routes.cancelCallOut, ({ body }) => ({ type: 'cancel', ...body })),
  ];
};
