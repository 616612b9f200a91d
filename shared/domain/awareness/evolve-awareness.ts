import type { AwarenessEvent } from './awareness-events.ts';
import type { AwarenessState } from './awareness-state.ts';

const baseOf = ({ id, side, teller, told, notice, failures }: AwarenessState) => ({
  ...{ id, side, teller, told, notice, failures },
});

/** @returns the notice after an event. */
export const evolveAwareness = (state: AwarenessState | undefined, event: AwarenessEvent): AwarenessState => {
  if (event.type === 'partnerTold') {
    const { type: _, ...told } = event;
    return { status: 'in-effect', ...told, failures: [] };
  }
  if (!state) throw new Error(`an awareness notice begins by being told, not by ${event.type}`);
  switch (event.type) {
    case 'awarenessStoodDown':
      return { ...baseOf(state), status: 'over', endedAt: event.at, reason: event.reason };
    case 'awarenessRanOut':
      return { ...baseOf(state), status: 'over', endedAt: event.at };
    case 'awarenessMessageFailed': {
      const failures = [...state.failures, event.failure];
      return event.failure.messageId === state.notice.messageId
        ? { ...baseOf(state), status: 'undelivered', failures }
        : { ...state, failures };
    }
  }
};
