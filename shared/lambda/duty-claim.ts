import type { LoadedSet, Reference } from '../data/loaded.ts';
import type { DutyClaim } from '../domain/roster/duty-standing.ts';
import { dutyRoomOffice } from '../domain/roster/roster-state.ts';
import { rosterConversation } from '../exchange/conversations/roster.ts';
import type { Cell } from './cell.ts';

/** @returns the roster of the city's duty room, to be read along with whatever somebody on duty wants to see. */
export const dutyRoster = ({ city }: Pick<Cell, 'city'>): Reference => ({ kind: 'roster', id: dutyRoomOffice(city) });

/** @returns the reason for reading personal data, with what there is to judge whether the reader is on duty. */
export const dutyClaim = (
  cell: Pick<Cell, 'city'>,
  { reason, evenIfOffDuty }: { readonly reason: string; readonly evenIfOffDuty: boolean },
  others: LoadedSet,
): { readonly reason: string; readonly duty: DutyClaim } => ({
  reason,
  duty: { roster: others.state(rosterConversation, dutyRoster(cell).id), evenIfOffDuty },
});
