import type { DepotEvent } from './depot-events.ts';
import type { DepotState } from './depot-state.ts';

const told = ({ stockToTell: _, ...depot }: DepotState): DepotState => depot;

/** @returns the depot after an event. */
export const evolveDepot = (depot: DepotState | undefined, event: DepotEvent): DepotState => {
  if (event.type === 'depotRegistered') {
    const { id, details, dutyContact } = event;
    return { status: 'active', id, details, dutyContact, confirmedAt: event.at };
  }
  if (!depot) throw new Error(`a depot begins by being registered, not by ${event.type}`);
  switch (event.type) {
    case 'depotChanged': {
      const { details, dutyContact = depot.dutyContact, stockToTell = depot.stockToTell } = event;
      return {
        ...depot,
        details,
        dutyContact,
        confirmedAt: event.at,
        ...(stockToTell === undefined ? {} : { stockToTell }),
      };
    }
    case 'depotConfirmed':
      return { ...depot, confirmedAt: event.at };
    case 'depotRetired': {
      const { reason, at, stockToTell } = event;
      return { ...depot, status: 'retired', reason, retiredAt: at, stockToTell };
    }
    case 'depotContactRead':
      return depot;
    case 'depotStockTold':
      return told(depot);
  }
};
