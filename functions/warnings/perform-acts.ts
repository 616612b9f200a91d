import { type Executed, type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { type LoadedSet, load, type Reference } from '../../shared/data/loaded.ts';
import type { AgreementCommand } from '../../shared/domain/agreement/agreement-commands.ts';
import { sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import { actsDue, type WarningAct } from '../../shared/domain/warning/warning-act.ts';
import type { WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import { isWarning, type Warning } from '../../shared/domain/warning/warning-state.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { spoken } from '../../shared/reference/spoken.ts';

type Refused = { readonly code: string; readonly text: Text };

/** What the act is done to. */
const targetOf = ({ what, targetId: id }: WarningAct): Reference => ({
  kind: what === 'arm-agreement' ? 'agreement' : 'team',
  id,
});

const commandOf = (act: WarningAct, { id: warningId, alert, expiresAt }: Warning): AgreementCommand | TeamCommand => {
  const { ruleId, name } = act.rule;
  const reason = `预警 ${alert.identifier}，规则“${name}”（${ruleId}）`.slice(0, 500);
  const undoing = act.status === 'done';
  if (act.what === 'put-on-standby')
    return undoing
      ? { type: 'end-standby', warningId }
      : { type: 'put-on-standby', warningId, until: expiresAt, reason };
  const order = { ruleId };
  return { type: undoing ? 'stand-down' : 'activate', number: warningId, reason, order };
};

const DRILL_MISMATCH: Refused = {
  code: 'drill-and-real-kept-apart',
  text: {
    zh: '演练不启动真实协议，真实预警不启动演练协议。',
    en: 'A drill arms no real agreement, nor the other way round.',
  },
};

const isMismatch = (act: WarningAct, { alert }: Warning, others: LoadedSet): boolean => {
  const agreement = act.what === 'arm-agreement' ? others.state(agreementConversation, act.targetId) : undefined;
  return agreement !== undefined && agreement.exercise !== (alert.status !== 'Actual');
};

/** Thrown out of a transaction that is being put together, so that nothing of it is written. */
class Mismatch extends Error {}

const note = (targetId: string, refusal?: Refused): WarningCommand => ({
  type: 'note-act',
  targetId,
  ...(refusal && { refusal }),
});

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
  const noteRefusal = (refusal: Refused): Promise<Executed> =>
    execute(cell, conversations, { ...base, command: () => note(act.targetId, refusal) });
  try {
    const executed = await execute(cell, conversations, {
      ...base,
      command: () => note(act.targetId),
      alsoLoad: [targetOf(act)],
      alongside: (others) => {
        if (isMismatch(act, warning, others)) throw new Mismatch();
        return [{ reference: targetOf(act), command: commandOf(act, warning) }];
      },
    });
    if (executed.outcome !== 'refused') return;
    const { reason } = executed.refusal;
    await noteRefusal({ code: reason.code, text: spoken(sentenceOf(executed.refusal)) });
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    await noteRefusal(DRILL_MISMATCH);
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
