import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { RosterCommand } from '../../shared/domain/roster/roster-commands.ts';
import { OFFICE_LIST, OfficeCardSchema } from '../../shared/domain/roster/roster-listings.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { DUTY_ROOM, hasOneOf, READERS } from '../../shared/http/roles.ts';
import { rosterRoutes as routes } from '../../shared/http/routes/rosters.ts';
import { linesView, RosterViewSchema, rosterView } from '../../shared/http/views/roster.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { listOnDuty } from './on-duty.ts';
import { assertKeeps, assertMaySee, officesSeenBy } from './own-office.ts';

const CONVERSATIONS = conversationsOf(rosterConversation, agencyConversation);

export type RostersCell = HttpCell & ExecutingCell;

/** Who is on duty, and whom to ring next. */
export const createHandler = (cell: RostersCell) =>
  createHttpHandler(cell, [
    implement(routes.listOnDuty, async ({ query, person }) => ({ body: await listOnDuty(cell, query, person) })),
    implement(routes.listRosters, async ({ query }) => ({
      body: await listCards(cell, OFFICE_LIST, query, OfficeCardSchema),
    })),
    implement(routes.readRoster, async ({ params: { officeId }, person }) => {
      const { state, row } = await loadOr404(cell, rosterConversation, officeId);
      assertKeeps(person, officeId, hasOneOf(person.roles, READERS));
      return { body: rosterView(state), version: row.version };
    }),
    establishRoster(cell),
    ...keeping(cell),
    readLines(cell),
  ]);

const establishRoster = (cell: RostersCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.establishRoster, {
    conversation: rosterConversation,
    target: ({ body: { agencyId } }) => agencyId ?? dutyRoomOffice(cell.city),
    alsoLoad: ({ body: { agencyId } }) => (agencyId === undefined ? [] : [{ kind: 'agency', id: agencyId }]),
    command: ({ body: { agencyId, ...office }, person }, others, id): RosterCommand => {
      assertKeeps(person, id);
      const of = agencyId === undefined ? {} : { of: { agency: others.state(agencyConversation, agencyId) } };
      return { type: 'establish', id, ...of, office };
    },
    view: rosterView,
  });

const keeping = (cell: RostersCell): readonly BoundRoute[] => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation: rosterConversation,
    parameter: 'officeId',
    schema: RosterViewSchema,
    view: rosterView,
  });
  return [
    on(routes.changeDutyOffice, ({ body, params, person }) => {
      assertKeeps(person, params.officeId);
      return { type: 'change-office', office: body };
    }),
    on(routes.planShifts, ({ body, params, person }) => {
      assertKeeps(person, params.officeId);
      return { type: 'plan-shifts', ...body };
    }),
    on(routes.removeShift, ({ body, params, person }) => {
      assertKeeps(person, params.officeId);
      return { type: 'remove-shift', ...body };
    }),
    on(routes.handOverDuty, ({ body, params, person }) => {
      assertKeeps(person, params.officeId, hasOneOf(person.roles, DUTY_ROOM));
      return { type: 'hand-over', ...body };
    }),
    on(routes.discontinueRoster, ({ body }) => ({ type: 'discontinue', ...body })),
  ];
};

/** People outside the duty room ring whom there is to ring now; they do not look through the roster. */
const readLines = (cell: RostersCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.readDutyLines, {
    conversation: rosterConversation,
    target: ({ params }) => params.officeId,
    command: ({ body: { at, reason }, params, person }): RosterCommand => {
      assertMaySee(person, params.officeId);
      return { type: 'show-lines', at: officesSeenBy(person) ? undefined : at, reason };
    },
    view: (roster, _row, events) => {
      const read = events.find(({ type }) => type === 'dutyLinesRead');
      return linesView(roster, read && 'for' in read ? read.for : cell.clock.now());
    },
  });
