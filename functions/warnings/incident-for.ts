import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import type { Warning } from '../../shared/domain/warning/warning-state.ts';
import { foreseenBy } from '../../shared/domain/warning/what-is-feared.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { WARNING_VOCABULARY } from '../../shared/reference/warning-vocabulary.ts';
import { madeBy, type Refused } from './act-work.ts';

const NO_HAZARD: Refused = {
  code: 'warning-of-no-known-hazard',
  text: {
    zh: '该预警的灾种未知，不能据此起草请求。',
    en: 'The warning names no hazard that is known here; nothing can be drafted for it.',
  },
};

const NOWHERE = { seat: { latitude: 0, longitude: 0 } };

/**
 * The incident that a warning lets fear, opened once for all that is drafted for it.
 * @returns its id, or why there is none.
 */
export const incidentFor = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  warning: Warning,
): Promise<string | Refused> => {
  const seat = CITIES.find(({ code }) => code === cell.city) ?? NOWHERE;
  const foreseen = foreseenBy(warning, seat, WARNING_VOCABULARY, cell.clock.now());
  if (!foreseen) return NO_HAZARD;
  const id = madeBy(warning.id, 'incident');
  const executed = await execute(cell, conversations, {
    target: { kind: 'incident', id },
    actor: { kind: 'clock', city: cell.city },
    command: (): IncidentCommand => ({ type: 'open', id, ...foreseen }),
  });
  if (executed.outcome !== 'refused' || executed.refusal.reason.code === 'incident-exists') return id;
  return { code: executed.refusal.reason.code, text: spoken(sentenceOf(executed.refusal)) };
};
