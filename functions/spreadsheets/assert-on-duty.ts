import { load } from '../../shared/data/loaded.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import { type DutyClaim, offDutyReader } from '../../shared/domain/roster/duty-standing.ts';
import { ROSTER_REFUSALS } from '../../shared/domain/roster/roster-refusals.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { dutyRoster } from '../../shared/lambda/duty-claim.ts';

/**
 * Everybody's numbers at once are nothing that somebody off duty must have in a hurry: there is no reading all the same.
 * @throws ProblemError 403 for people of the duty room whom the roster does not have on duty.
 */
export const assertOnDuty = async (cell: Pick<Cell, 'city' | 'store' | 'clock'>, actor: Actor): Promise<DutyClaim> => {
  const roster = await load(cell.store, rosterConversation, dutyRoster(cell).id);
  const duty = { roster: roster?.state, evenIfOffDuty: false };
  if (offDutyReader(duty, actor, cell.clock.now()) !== undefined)
    throw problemOfRefusal({ reason: ROSTER_REFUSALS.notOnDutyForAll, parameters: {} });
  return duty;
};
