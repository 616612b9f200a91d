import type { Consequence } from '../kernel/aggregate.ts';
import type { AnswerWarning, EndWarning } from './warning-commands.ts';
import type { WarningEvent } from './warning-events.ts';
import { realmOf } from './warning-realm.ts';
import type { WarningReference, WarningState } from './warning-state.ts';

/**
 * Alerts that one alert has an effect on, the latest: what is older, one of those had ended before. Each is some rows of the one
 * transaction, which holds a hundred.
 */
export const MOST_CONCERNED = 9;

/** @returns of what an alert names, the alerts that it can have an effect on: an Update or a Cancel on those of its own sender only. */
export const concernedBy = (
  { sender, msgType }: { readonly sender: string; readonly msgType: string },
  references: readonly WarningReference[],
): readonly WarningReference[] =>
  references
    .filter((reference) => msgType === 'Ack' || msgType === 'Error' || reference.sender === sender)
    .toSorted((a, b) => Date.parse(b.sent) - Date.parse(a.sent))
    .slice(0, MOST_CONCERNED);

/** What an alert brings about on those that it names: Update and Cancel end them, Ack and Error are noted at them. */
export const warningConsequences = (event: WarningEvent, warning: WarningState): readonly Consequence[] => {
  if ((event.type !== 'warningReceived' && event.type !== 'warningIssued') || warning.status === 'unseen') return [];
  const { id: by, alert, references } = event;
  const { msgType, sender, note, status: realm } = alert;
  if (realmOf(alert) === 'other' || msgType === 'Alert') return [];
  const command = (id: string): EndWarning | AnswerWarning => {
    if (msgType === 'Update' || msgType === 'Cancel')
      return { type: msgType === 'Update' ? 'supersede' : 'cancel', id, by, realm };
    return { type: msgType === 'Ack' ? 'acknowledge-as-sender' : 'reject', sender, warningId: by, note };
  };
  return concernedBy(alert, references)
    .filter(({ warningId }) => warningId !== by)
    .map(({ warningId }) => ({ kind: 'warning', id: warningId, command: command(warningId) }));
};
