import { CapAlertSchema } from '../../shared/domain/cap/cap-alert.ts';
import { actsOf } from '../../shared/domain/warning/warning-act.ts';
import type { WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import { concernedBy } from '../../shared/domain/warning/warning-consequences.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { warningRoutes } from '../../shared/http/routes/warnings.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute } from '../../shared/lambda/bound-route.ts';
import { receivedAlert } from './received-alert.ts';
import {
  actOn,
  CONVERSATIONS,
  referenceTo,
  rulesInUse,
  shownView,
  takenOf,
  type WarningsCell,
} from './warnings-cell.ts';

const contract = warningRoutes.receiveWarning;

/** Takes in what comes as XML or JSON, and has the city's rules act on it. It is read before all else, as the id is made of its name. */
export const receivingRoute = (cell: WarningsCell): BoundRoute => ({
  contract,
  run: async (input) => {
    const { alert, document, signed } = receivedAlert(input.file ?? CapAlertSchema.parse(input.body));
    const taken = takenOf(alert);
    const acts = actsOf(await rulesInUse(cell), alert, taken.assessment, cell.city);
    const concerned = concernedBy(alert, taken.references).map(({ warningId }) => warningId);
    const output = await commandRoute(cell, CONVERSATIONS, contract, {
      conversation: warningConversation,
      target: () => taken.id,
      alsoLoad: () => concerned.map(referenceTo),
      command: (): WarningCommand => ({ type: 'receive', ...taken, document, signed, acts }),
      view: shownView,
    }).run(input);
    // What takes the place of another arms before the other stands down, so that no moment is without.
    await actOn(cell, [taken.id, ...concerned]);
    return output;
  },
});
