import { CapAlertSchema } from '../../shared/domain/cap/cap-alert.ts';
import type { WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import { concernedBy } from '../../shared/domain/warning/warning-consequences.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { warningRoutes } from '../../shared/http/routes/warnings.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute } from '../../shared/lambda/bound-route.ts';
import { receivedAlert } from './received-alert.ts';
import { CONVERSATIONS, referenceTo, shownView, takenOf, type WarningsCell } from './warnings-cell.ts';

const contract = warningRoutes.receiveWarning;

/** Takes in what comes as XML or JSON. It is read before all else, as the id is made of its name. */
export const receivingRoute = (cell: WarningsCell): BoundRoute => ({
  contract,
  run: (input) => {
    const { alert, document, signed } = receivedAlert(input.file ?? CapAlertSchema.parse(input.body));
    const taken = takenOf(alert);
    return commandRoute(cell, CONVERSATIONS, contract, {
      conversation: warningConversation,
      target: () => taken.id,
      alsoLoad: () => concernedBy(alert, taken.references).map(({ warningId }) => referenceTo(warningId)),
      command: (): WarningCommand => ({ type: 'receive', ...taken, document, signed }),
      view: shownView,
    }).run(input);
  },
});
