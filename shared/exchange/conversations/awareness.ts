import { awareness } from '../../domain/awareness/awareness.ts';
import type { AwarenessCommand } from '../../domain/awareness/awareness-commands.ts';
import type { AwarenessEvent } from '../../domain/awareness/awareness-events.ts';
import type { AwarenessState } from '../../domain/awareness/awareness-state.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

const outgoing = (event: AwarenessEvent, { side, told, notice }: AwarenessState): readonly Outgoing[] => {
  if (side === 'told') return [];
  const addressed = { to: [told], agreement: notice.agreementId };
  if (event.type === 'partnerTold') {
    const { messageId: id, agreementId: _agreement, exercise: _exercise, toldAt: _at, ...body } = event.notice;
    return [{ ...addressed, type: 'AwarenessNotified', id, body }];
  }
  if (event.type !== 'awarenessStoodDown') return [];
  const { messageId: id, reason } = event;
  return [{ ...addressed, type: 'AwarenessStoodDown', id, body: { reason } }];
};

const incoming = ({ type, body, envelope, agreement }: Incoming): AwarenessCommand | undefined => {
  const { from, id: messageId, conversation: id, issuedAt: at, exercise } = envelope;
  switch (type) {
    case 'AwarenessNotified': {
      const notice = { ...body, messageId, agreementId: envelope.agreement ?? '', toldAt: at, exercise };
      return { type: 'receive', id, from, notice, agreement };
    }
    case 'AwarenessStoodDown':
      return { type: 'receive-stand-down', from, messageId, reason: body.reason, at };
    default:
      return undefined;
  }
};

/** What a city tells its partners that it fears. */
export const awarenessConversation: Conversation<AwarenessState, AwarenessCommand, AwarenessEvent> = {
  aggregate: awareness,
  outgoing,
  incoming,
};
