import type { LookupCell } from '../../shared/data/lookup/look-up.ts';
import type { WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import { colourRange, WarningCardSchema, warningList } from '../../shared/domain/warning/warning-listings.ts';
import { WARNING_REFUSALS } from '../../shared/domain/warning/warning-refusals.ts';
import { isWarning } from '../../shared/domain/warning/warning-state.ts';
import { writeCap } from '../../shared/exchange/cap/write-cap.ts';
import { warningConversation as conversation } from '../../shared/exchange/conversations/warning.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { CAP_TYPES, warningRoutes as routes } from '../../shared/http/routes/warnings.ts';
import { afterActionView } from '../../shared/http/views/after-action.ts';
import { warningView } from '../../shared/http/views/warning.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler } from '../../shared/lambda/http-handler.ts';
import { readAfterAction } from './after-action.ts';
import { readingOfAwareness } from './awareness-routes.ts';
import { issuingRoutes } from './issuing-routes.ts';
import { assertMaySee } from './may-see.ts';
import { receivingRoute } from './receiving-route.ts';
import { ruleRoutes } from './rule-routes.ts';
import { warnedTeams } from './warned-teams.ts';
import { CONVERSATIONS, seen, shownView, type WarningsCell } from './warnings-cell.ts';

const LATEST_FIRST = { descending: true };

/** Warnings in and out, as CAP 1.2. */
export const createHandler = (cell: WarningsCell & LookupCell) => {
  const load = async (warningId: string) => {
    const { state, row } = await loadOr404(cell, conversation, warningId);
    return { warning: seen(state), version: row.version };
  };
  return createHttpHandler(cell, [
    receivingRoute(cell),
    ...issuingRoutes(cell),
    ...ruleRoutes(cell),
    ...readingOfAwareness(cell),
    implement(routes.listWarnings, async ({ query: { realm, ...page } }) => ({
      body: await listCards(cell, warningList(realm), page, WarningCardSchema, LATEST_FIRST),
    })),
    implement(routes.listWarningsInForce, async ({ query: { realm, colour, orGraver, hazard, ...page } }) => {
      const range = colour === undefined ? {} : { between: colourRange(colour, orGraver) };
      return { body: await listCards(cell, warningList(realm, { hazard }), page, WarningCardSchema, range) };
    }),
    implement(routes.readWarning, async ({ params, person }) => {
      const { warning, version } = await load(params.warningId);
      assertMaySee(person, warning);
      return { body: warningView(warning), version };
    }),
    implement(routes.readWarningDocument, async ({ params, person }) => {
      const { warning } = await load(params.warningId);
      assertMaySee(person, warning);
      const { document = writeCap(warning.alert), alert } = warning;
      const file = { contentType: CAP_TYPES.cap, cacheSeconds: 0, fileName: `${alert.identifier}.xml` };
      return { body: '', raw: { ...file, bytes: new TextEncoder().encode(document) } };
    }),
    implement(routes.listWarnedTeams, async ({ params }) => {
      const { warning } = await load(params.warningId);
      return { body: await warnedTeams(cell, warning, cell.clock.now()) };
    }),
    implement(routes.readAfterAction, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.warningId);
      const warning = seen(state);
      if (!isWarning(warning)) throw problemOfRefusal({ reason: WARNING_REFUSALS.unknown, parameters: {} });
      return { body: afterActionView(await readAfterAction(cell, { state: warning, row })) };
    }),
    implement(routes.listAcknowledgements, async ({ params }) => {
      const { warning } = await load(params.warningId);
      return { body: { items: isWarning(warning) ? warning.acknowledgements : [] } };
    }),
    commandRoute(cell, CONVERSATIONS, routes.acknowledgeWarning, {
      conversation,
      target: ({ params }) => params.warningId,
      command: ({ body: { note }, params, person }, others): WarningCommand => {
        assertMaySee(person, seen(others.state(conversation, params.warningId)));
        return { type: 'acknowledge', note };
      },
      view: shownView,
    }),
  ]);
};
