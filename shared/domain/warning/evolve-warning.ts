import { isSameAct } from './warning-act.ts';
import type { WarningEvent, WarningEventOf } from './warning-events.ts';
import { warns } from './warning-realm.ts';
import { isWarning, type Warning, type WarningState } from './warning-state.ts';

type Taken = WarningEventOf<'warningReceived' | 'warningIssued'>;

/** @returns the alert as it stands when it is taken: ended already where its time is up or a later alert came first. */
const taken = (before: WarningState | undefined, { type, ...alert }: Taken): WarningState => {
  const base = { ...alert, origin: type === 'warningIssued' ? ('issued' as const) : ('received' as const) };
  if (!warns(alert.alert)) return { status: 'recorded', ...base };
  const warning = { ...base, acknowledgements: [], rejections: [] };
  if (before?.status === 'unseen' && before.end.realm === alert.alert.status) {
    const { status, endedAt, endedBy } = before.end;
    return { ...warning, status, endedAt, endedBy };
  }
  return alert.expiresAt <= alert.at
    ? { ...warning, status: 'expired', endedAt: alert.expiresAt }
    : { ...warning, status: 'in-force' };
};

type Ending = WarningEventOf<'warningSuperseded' | 'warningCancelled' | 'warningExpired'>;

const ended = (warning: Warning, event: Ending): WarningState => {
  if (event.type === 'warningExpired') return { ...warning, status: 'expired', endedAt: event.at };
  const status = event.type === 'warningSuperseded' ? 'superseded' : 'cancelled';
  return { ...warning, status, endedAt: event.at, endedBy: event.by };
};

/** @returns the warning after an event. */
export const evolveWarning = (warning: WarningState | undefined, event: WarningEvent): WarningState => {
  if (event.type === 'warningReceived' || event.type === 'warningIssued') return taken(warning, event);
  if (event.type === 'unseenWarningEnded') {
    const { id, as, realm, by, at } = event;
    return { status: 'unseen', id, end: { status: as, realm, endedAt: at, endedBy: by } };
  }
  if (!isWarning(warning)) throw new Error(`a warning begins by being received or issued, not by ${event.type}`);
  switch (event.type) {
    case 'warningSuperseded':
    case 'warningCancelled':
    case 'warningExpired':
      return ended(warning, event);
    case 'warningAcknowledged':
      return { ...warning, acknowledgements: [...warning.acknowledgements, event.acknowledgement] };
    case 'warningActed': {
      const { act } = event;
      const acts = (warning.acts ?? []).map((known) => (isSameAct(known, act) ? act : known));
      return { ...warning, acts };
    }
    case 'warningRejected':
      return { ...warning, rejections: [...warning.rejections, event.rejection] };
  }
};
