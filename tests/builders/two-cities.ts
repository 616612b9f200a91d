import type { AgreementState } from '../../shared/domain/agreement/agreement-state.ts';
import type { DomainEvent } from '../../shared/domain/kernel/aggregate.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Decision } from '../../shared/domain/kernel/decision.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import type { Conversation, Outgoing } from '../../shared/exchange/conversation.ts';
import type { Role } from '../../shared/http/roles.ts';
import { arrived } from './arrived.ts';
import { circumstances, NOW } from './circumstances.ts';
import { testKey } from './test-cell.ts';

interface InFlight {
  readonly from: CityCode;
  readonly message: Outgoing;
}

/**
 * Two cities that talk about one thing, without store, signature or network: commands are decided on at one end, and what is
 * said travels as JSON that keeps its contract. Messages from one city arrive in order; when they arrive, the test says.
 */
export const twoCities = <S, C extends { readonly type: string }, E extends DomainEvent>(
  conversation: Conversation<S, C, E>,
  id: string,
  [one, other]: readonly [CityCode, CityCode],
  agreement?: AgreementState,
) => {
  const { aggregate } = conversation;
  const states = new Map<CityCode, S>();
  const events: { readonly city: CityCode; readonly event: E }[] = [];
  let inFlight: InFlight[] = [];
  let now: Instant = NOW;

  /** @returns what a command comes to; when accepted, the city's state has changed and its messages are under way. */
  const act = (city: CityCode, command: C, role: Role = 'coordinator'): Decision<E> => {
    const decision = aggregate.decide(states.get(city), command, circumstances({ city, now, role }));
    if (!decision.accepted) return decision;
    for (const event of decision.events) {
      const state = aggregate.evolve(states.get(city), aggregate.eventSchema.parse(event));
      states.set(city, aggregate.stateSchema.parse(state));
      events.push({ city, event });
      const context = {
        city,
        dutyRoom: { name: `${city}值班室`, telephone: '000' },
        sentAt: now,
        publicKey: testKey(city),
      };
      for (const message of conversation.outgoing(event, state, context)) inFlight.push({ from: city, message });
    }
    return decision;
  };

  const arrive = ({ from, message }: InFlight): void => {
    const [to] = message.to;
    if (to === undefined) throw new Error('a message is for somebody');
    const command = conversation.incoming(arrived(message, { from, conversation: id, at: now, agreement }));
    if (command === undefined) throw new Error(`nobody takes a ${message.type}`);
    const decision = act(to, command);
    if (decision.accepted) return;
    const failed = { type: 'message-failed', messageId: message.id, city: to, code: decision.refusal.reason.code };
    act(from, { ...failed, reason: sentenceOf(decision.refusal) } as unknown as C);
  };

  /** The next message of that city arrives. @returns whether there was one. */
  const deliver = (from: CityCode): boolean => {
    const next = inFlight.find((message) => message.from === from);
    if (!next) return false;
    inFlight = inFlight.filter((message) => message !== next);
    arrive(next);
    return true;
  };

  return {
    act,
    deliver,
    /** Everything under way arrives, and everything said to that. */
    deliverAll: () => {
      while (deliver(one) || deliver(other));
    },
    state: (city: CityCode): S => {
      const state = states.get(city);
      if (state === undefined) throw new Error(`${city} has no such thing`);
      return state;
    },
    underWay: (): readonly string[] => inFlight.map(({ message }) => message.type),
    /** Types of the events at one end. */
    story: (city: CityCode): readonly string[] =>
      events.filter((entry) => entry.city === city).map(({ event }) => event.type),
    setTime: (instant: Instant) => {
      now = instant;
    },
  };
};
