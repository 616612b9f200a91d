import { type Executed, type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import { sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import { actsDue, type WarningAct } from '../../shared/domain/warning/warning-act.ts';
import type { WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import { isWarning, type Warning } from '../../shared/domain/warning/warning-state.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { type Deed, type Refused, workOf } from './act-work.ts';
import { incidentFor } from './incident-for.ts';

/** Thrown out of a transaction that is being put together, so that nothing of it is written. */
class NotDone extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.code);
    this.refused = refused;
  }
}

const noteOf = ({ what, targetId }: WarningAct, deed: Deed): WarningCommand => {
  const act = { what, targetId };
  if ('refused' in deed) return { type: 'note-act', act, refusal: deed.refused };
  const { name, madeId, left } = deed;
  return { type: 'note-act', act, name, madeId, ...(left && { refusal: left }) };
};

/** Does one act and notes it in the same transaction; where it is refused, notes that. */
const perform = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  warning: Warning,
  act: WarningAct,
): Promise<void> => {
  const base = {
    target: { kind: 'warning', id: warning.id },
    actor: { kind: 'clock', city: cell.city },
  } as const;
  const noteRefusal = (refused: Refused): Promise<Executed> =>
    execute(cell, conversations, { ...base, command: () => noteOf(act, { refused }) });
  const work = await workOf(warning, act, () => incidentFor(cell, conversations, warning, act));
  try {
    const executed = await execute(cell, conversations, {
      ...base,
      alsoLoad: work.reads,
      command: (others) => noteOf(act, work.deed(others)),
      alongside: (others) => {
        const deed = work.deed(others);
        if ('refused' in deed) throw new NotDone(deed.refused);
        return deed.done;
      },
    });
    if (executed.outcome !== 'refused') return;
    const { reason } = executed.refusal;
    await noteRefusal({ code: reason.code, text: spoken(sentenceOf(executed.refusal)) });
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    await noteRefusal(error.refused);
  }
};

/**
 * Does what the city's rules have a warning do, or undoes it once the warning is over: a transaction each, with the note that it is done, so
 * that it happens once however often this is called. Costs a GetItem where nothing is due.
 */
export const performActs = async (cell: ExecutingCell, conversations: SomeConversations, id: string): Promise<void> => {
  const warning = (await load(cell.store, warningConversation, id))?.state;
  if (!isWarning(warning)) return;
  for (const act of actsDue(warning)) await perform(cell, conversations, warning, act);
};
