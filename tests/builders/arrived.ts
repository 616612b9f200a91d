import type { AgreementState } from '../../shared/domain/agreement/agreement-state.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Incoming, Outgoing } from '../../shared/exchange/conversation.ts';
import { messageSchemas } from '../../shared/exchange/message-schemas.ts';

/** Who sent a message, in which conversation and when; and the agreement it names, as the receiver has it. */
interface Journey {
  readonly from: CityCode;
  readonly conversation: string;
  readonly at: Instant;
  readonly agreement?: AgreementState | undefined;
}

/** @returns what a message is to its receiver: its body was JSON and keeps its contract, its signature was good. */
export const arrived = (message: Outgoing, { from, conversation, at, agreement }: Journey): Incoming => {
  const body = messageSchemas[message.type].parse(JSON.parse(JSON.stringify(message.body)));
  const envelope = {
    ...{ id: message.id, type: message.type, version: 1, from, to: [...message.to], conversation },
    ...(message.agreement === undefined ? {} : { agreement: message.agreement }),
    ...{ exercise: false, issuedAt: at, expiresAt: at, body: {} },
    signature: { algorithm: 'none', keyId: 'none', jws: 'a..b' },
  };
  return { type: message.type, body, envelope, agreement } as Incoming;
};
