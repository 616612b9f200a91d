import { readBack } from '../../shared/data/loaded.ts';
import type { Item } from '../../shared/data/store.ts';
import type { ClockAct } from '../../shared/domain/deadline/clock-act.ts';
import { actsDueNow } from '../../shared/domain/deadline/decide-acts.ts';
import type { ClockRanOut } from '../../shared/domain/kernel/aggregate.ts';
import type { AnyConversation } from '../../shared/exchange/conversation.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import { agreementsInReach } from './agreements-in-reach.ts';
import type { ClockCell } from './clock-cell.ts';
import { ringNow } from './ring-now.ts';

/** The kinds of acts that are due about the deadlines of a state as it was read. */
const actsDueOf = (cell: ClockCell, conversation: AnyConversation, item: Item): ReadonlySet<ClockAct> => {
  const { row, state } = readBack(item, conversation);
  const rules = cityRulesOf(cell.city);
  const open = conversation.aggregate.deadlines?.(state, rules) ?? [];
  return new Set(actsDueNow(open, row.deadlines ?? [], rules, cell.clock.now()).map(({ due: { act } }) => act));
};

/**
 * Reads what the acts that are due need besides the state: the duty roster for an escalation, the agreements for a widening; nothing for
 * all others.
 * @returns the clock's command with it.
 */
export const clockCommand = async (
  cell: ClockCell,
  conversation: AnyConversation,
  item: Item,
): Promise<ClockRanOut> => {
  const acts = actsDueOf(cell, conversation, item);
  return {
    type: 'clock-ran-out',
    ...(acts.has('escalate') ? { ring: await ringNow(cell) } : {}),
    ...(acts.has('widen') ? { withinReach: await agreementsInReach(cell) } : {}),
  };
};
