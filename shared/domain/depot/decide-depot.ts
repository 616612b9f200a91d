import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import { sameContent } from '../request/same-content.ts';
import { decideContactReading } from '../roster/contact-read.ts';
import type { ChangeDepot, DepotCommand, RegisterDepot } from './depot-commands.ts';
import type { DepotEvent } from './depot-events.ts';
import { DEPOT_REFUSALS as REFUSALS } from './depot-refusals.ts';
import type { DepotState } from './depot-state.ts';

type DepotDecision = Decision<DepotEvent>;

/** How long a command may still be under way that has read the depot as it was, milliseconds: far more than a function may run. */
const SETTLING_MS = MINUTE_MS / 2;

/** @returns from when on telling the stock lines reaches every line that was entered with the depot as it was. */
const settledAfter = (now: Instant): Instant => plus(now, SETTLING_MS);

const register = ({ id, details, dutyContact }: RegisterDepot, at: Instant): DepotDecision =>
  accept({ type: 'depotRegistered', id, details, dutyContact, at });

const change = (depot: DepotState, { details, dutyContact }: ChangeDepot, now: Instant): DepotDecision =>
  accept({
    type: 'depotChanged',
    details,
    at: now,
    ...(dutyContact === undefined ? {} : { dutyContact }),
    ...(sameContent(depot.details, details) ? {} : { stockToTell: settledAfter(now) }),
  });

/** @returns what a command on a depot comes to. */
export const decideDepot = (
  depot: DepotState | undefined,
  command: DepotCommand,
  circumstances: Circumstances,
): DepotDecision => {
  const { now } = circumstances;
  if (command.type === 'register') return depot ? refuse(REFUSALS.exists) : register(command, now);
  if (!depot) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return accept();
  if (command.type === 'stock-told')
    return depot.stockToTell === command.since ? accept({ type: 'depotStockTold' }) : accept();
  if (depot.status === 'retired') return refuse(REFUSALS.retired, { depot: depot.details.name });
  switch (command.type) {
    case 'change':
      return change(depot, command, now);
    case 'confirm':
      return accept({ type: 'depotConfirmed', at: now });
    case 'retire':
      return accept({ type: 'depotRetired', reason: command.reason, at: now, stockToTell: settledAfter(now) });
    case 'show-contact':
      return decideContactReading(command, circumstances, (read) => ({ type: 'depotContactRead', ...read }));
  }
};
