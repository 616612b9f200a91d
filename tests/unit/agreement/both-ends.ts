import { agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { AgreementCommand } from '../../../shared/domain/agreement/agreement-commands.ts';
import type { AgreementState } from '../../../shared/domain/agreement/agreement-state.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { Circumstances } from '../../../shared/domain/kernel/decision.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import type { Incoming } from '../../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../../shared/exchange/conversations/agreement.ts';
import { MESSAGE_CONTRACTS } from '../../../shared/exchange/message-contracts.ts';
import { AGREEMENT_ID } from '../../builders/agreement.ts';
import { arrived } from '../../builders/arrived.ts';
import { circumstances, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';

/** One city's side of an agreement, and what is on its way to it. */
interface End {
  readonly city: CityCode;
  state: AgreementState | undefined;
  /** The partner's messages, which arrive in the order they were sent. */
  readonly messages: Incoming[];
  /** News that the partner refused a message of this city. */
  readonly failures: AgreementCommand[];
}

/** Both cities' cells, as far as an agreement concerns them, with a network between them that delivers when it is told to. */
export class BothEnds {
  readonly ends: Readonly<Record<'xining' | 'lanzhou', End>> = {
    xining: { city: XINING, state: undefined, messages: [], failures: [] },
    lanzhou: { city: LANZHOU, state: undefined, messages: [], failures: [] },
  };
  now: Instant;

  constructor(now: Instant) {
    this.now = now;
  }

  #other(end: End): End {
    return end === this.ends.xining ? this.ends.lanzhou : this.ends.xining;
  }

  /** Executes a command at one end and sends what it says. @returns the code of the refusal, if it is refused. */
  execute(
    end: End,
    command: AgreementCommand,
    where: Circumstances = circumstances({ city: end.city, now: this.now }),
  ) {
    const decision = agreement.decide(end.state, command, where);
    if (!decision.accepted) return decision.refusal;
    const context = {
      city: end.city,
      dutyRoom: { name: end.city, telephone: '000-0000-0000' },
      sentAt: this.now,
      publicKey: testKey(end.city),
    };
    for (const event of decision.events) {
      end.state = agreement.evolve(end.state, agreement.eventSchema.parse(event));
      for (const message of agreementConversation.outgoing(event, end.state, context))
        this.#other(end).messages.push(arrived(message, { from: end.city, conversation: AGREEMENT_ID, at: this.now }));
    }
    return undefined;
  }

  /** Lets the next message arrive at an end. */
  deliver(end: End): void {
    const message = end.messages.shift();
    const command = message && agreementConversation.incoming(message);
    if (!message || !command) return;
    if (MESSAGE_CONTRACTS[message.type].authority !== 'none' && !end.state) throw new Error('no such agreement');
    const refusal = this.execute(end, command);
    const { id: messageId } = message.envelope;
    if (refusal)
      this.#other(end).failures.push({
        type: 'message-failed',
        messageId,
        city: end.city,
        code: refusal.reason.code,
        reason: sentenceOf(refusal),
      });
  }

  /** Lets the next news of a refused message arrive. */
  deliverFailure(end: End): void {
    const failure = end.failures.shift();
    if (failure) this.execute(end, failure);
  }

  ring(end: End): void {
    if (end.state) this.execute(end, { type: 'clock-ran-out' });
  }

  /** Delivers all there is, until there is nothing left, and rings both clocks. */
  settle(): void {
    const { xining, lanzhou } = this.ends;
    for (const end of [xining, lanzhou, xining, lanzhou, xining, lanzhou]) {
      while (end.messages.length > 0) this.deliver(end);
      while (end.failures.length > 0) this.deliverFailure(end);
      this.ring(end);
    }
  }
}
