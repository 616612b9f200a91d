import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import type { DrillCommand } from '../../shared/domain/drill/drill-commands.ts';
import { type DrillFacts, NO_FACTS } from '../../shared/domain/drill/drill-facts.ts';
import { DrillCardSchema, drillList } from '../../shared/domain/drill/drill-listings.ts';
import { DRILL_REFUSALS } from '../../shared/domain/drill/drill-refusals.ts';
import { type DrillState, isBegun } from '../../shared/domain/drill/drill-state.ts';
import { scoreDrill } from '../../shared/domain/drill/score-drill.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { drillConversation as conversation } from '../../shared/exchange/conversations/drill.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { type DrillStepSchema, drillRoutes as routes } from '../../shared/http/routes/drills.ts';
import { type DrillView, DrillViewSchema, drillReportView, drillView } from '../../shared/http/views/drill.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { gatherFacts } from './gather-facts.ts';

const CONVERSATIONS = conversationsOf(conversation, agreementConversation, incidentConversation);

export type DrillsCell = HttpCell & ExecutingCell;

/** Drills of this city, and those of partners in which it takes part. What is due of them is done by the clock. */
export const createHandler = (cell: DrillsCell) =>
  createHttpHandler(cell, [
    implement(routes.listDrills, async ({ query: { status, ...page } }) => ({
      body: await listCards(cell, drillList(status), page, DrillCardSchema, { descending: true }),
    })),
    implement(routes.readDrill, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.drillId);
      return { body: drillView(state), version: row.version };
    }),
    planning(cell),
    ...steering(cell),
    implement(routes.readDrillReport, async ({ params }) => {
      const { state } = await loadOr404(cell, conversation, params.drillId);
      return { body: drillReportView(state, await reportOf(cell, state)) };
    }),
  ]);

/** @throws ProblemError 409 for a drill that has not begun, or that another city scores. */
const reportOf = async (cell: DrillsCell, state: DrillState) => {
  if (!isBegun(state))
    throw problemOfRefusal({ reason: DRILL_REFUSALS.wrongStatus, parameters: { status: state.status } });
  if (state.status === 'ended') return state.report;
  return scoreDrill(state, await gatherFacts(cell, state), cell.clock.now());
};

const planning = (cell: DrillsCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.planDrill, {
    conversation,
    target: cell.newId,
    alsoLoad: ({ body: { participants, incidentIds } }) => [
      ...participants.map((id) => ({ kind: 'agreement' as const, id })),
      ...incidentIds.map((id) => ({ kind: 'incident' as const, id })),
    ],
    command: ({ body: { script, participants, incidentIds } }, others, id): DrillCommand => ({
      ...{ type: 'plan', id, script },
      agreements: participants.map((agreementId) => ({
        agreementId,
        agreement: others.state(agreementConversation, agreementId),
      })),
      incidents: incidentIds.map((incidentId) => ({
        incidentId,
        incident: others.state(incidentConversation, incidentId),
      })),
    }),
    view: drillView,
  });

type Step = z.infer<typeof DrillStepSchema>;

const stepCommand = (step: Step, facts: DrillFacts): DrillCommand => {
  switch (step.to) {
    case 'started':
      return { type: 'start' };
    case 'paused':
      return { type: 'pause', reason: step.reason };
    case 'resumed':
      return { type: 'resume' };
    case 'ended':
      return { type: 'end', facts };
    case 'aborted':
      return { type: 'end', aborted: step.reason, facts };
  }
};

/** What has come of a drill is gathered before it ends: that takes more reading than a command may do. */
const stepping = (cell: DrillsCell): BoundRoute =>
  implement(routes.stepDrill, async (input) => {
    const { to } = input.body;
    const drill =
      to === 'ended' || to === 'aborted' ? await load(cell.store, conversation, input.params.drillId) : undefined;
    const facts = drill && isBegun(drill.state) ? await gatherFacts(cell, drill.state) : NO_FACTS;
    const route = commandRoute(cell, CONVERSATIONS, routes.stepDrill, {
      conversation,
      target: ({ params }) => params.drillId,
      command: ({ body }): DrillCommand => stepCommand(body, facts),
      view: drillView,
    });
    return (await route.run(input)) as RouteOutput<DrillView>;
  });

const steering = (cell: DrillsCell): readonly BoundRoute[] => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation,
    parameter: 'drillId',
    schema: DrillViewSchema,
    view: drillView,
  });
  return [
    stepping(cell),
    on(routes.handleInject, ({ params: { key }, body: { note } }) => ({ type: 'handle-inject', key, note })),
    on(routes.removeDrillData, () => ({ type: 'order-removal' })),
  ];
};
