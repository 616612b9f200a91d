import { load } from '../../shared/data/loaded.ts';
import type { RungPerson } from '../../shared/domain/deadline/told.ts';
import { shiftAt } from '../../shared/domain/roster/duty-time.ts';
import { ringOrder } from '../../shared/domain/roster/ring-order.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import type { ClockCell } from './clock-cell.ts';

/** @returns whom the duty room's roster has rung now, in order and without telephones; nobody where no roster is kept. One GetItem. */
export const ringNow = async ({ store, city, clock }: ClockCell): Promise<readonly RungPerson[]> => {
  const roster = await load(store, rosterConversation, dutyRoomOffice(city));
  if (roster?.state.status !== 'kept') return [];
  const { shifts, office } = roster.state;
  return ringOrder(shiftAt(shifts, clock.now()), office.escalation).map(({ name, position, personId, because }) => ({
    ...{ who: 'person', name, because },
    ...(position === undefined ? {} : { position }),
    ...(personId === undefined ? {} : { personId }),
  }));
};
