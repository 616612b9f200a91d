import { receiptDeadline } from '../../shared/data/message-deadline.ts';
import type { OutgoingMessageRow } from '../../shared/data/rows.ts';
import { actsDueNow, decideActs } from '../../shared/domain/deadline/decide-acts.ts';
import { type KeptDeadline, keptDeadlines } from '../../shared/domain/deadline/kept-deadline.ts';
import type { ClockRanOut, MessageUnconfirmed } from '../../shared/domain/kernel/aggregate.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import type { ClockCell } from './clock-cell.ts';
import { ringNow } from './ring-now.ts';

/** What is due about a message that is late, and what its row then remembers. */
export interface ReceiptActs {
  readonly command: MessageUnconfirmed;
  readonly deadlines: KeptDeadline[];
}

/** @returns what is due about a message without its receipts, if anything is; it is looked at whenever it is sent again. */
export const receiptActs = async (cell: ClockCell, row: OutgoingMessageRow): Promise<ReceiptActs | undefined> => {
  const rules = cityRulesOf(cell.city);
  const deadline = receiptDeadline(row, rules);
  if (!deadline) return undefined;
  const kept = row.deadlines ?? [];
  const now = cell.clock.now();
  const due = actsDueNow([deadline], kept, rules, now);
  if (due.length === 0) return undefined;
  const isEscalated = due.some(({ due: { act } }) => act === 'escalate');
  const clock: ClockRanOut = { type: 'clock-ran-out', ...(isEscalated ? { ring: await ringNow(cell) } : {}) };
  const acts = decideActs([deadline], kept, clock, { rules, now });
  return {
    command: { type: 'message-unconfirmed', acts, deadline },
    deadlines: keptDeadlines(kept, [deadline], acts),
  };
};
