import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../functions/exchange-inbox/read-envelope.ts';
import { readBack } from '../../../shared/data/loaded.ts';
import { keys } from '../../../shared/data/table.ts';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import { UnreadableBody } from '../../../shared/exchange/codecs/common.ts';
import type { Incoming } from '../../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../../shared/exchange/conversations/agreement.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { EDXL_MESSAGE_TYPES } from '../../../shared/exchange/edxl/structure.ts';
import { MESSAGE_CONTRACTS } from '../../../shared/exchange/message-contracts.ts';
import { circumstances } from '../../builders/circumstances.ts';
import { everyMessage, type Heard } from '../../builders/every-message.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];

/** Every place in a JSON value. */
const placesIn = (value: Json, path: Path = []): Path[] => {
  if (value === null || typeof value !== 'object') return [path];
  const members: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [
    ...(path.length === 0 ? [] : [path]),
    ...members.flatMap(([name, member]) => placesIn(member, [...path, name])),
  ];
};

const replaced = (value: Json, [name, ...rest]: Path, by: Json | undefined): Json => {
  if (name === undefined) return by ?? null;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Record<string, Json>) };
  const members = copy as Record<string | number, Json>;
  if (rest.length === 0 && by === undefined) delete members[name];
  else members[name] = replaced(members[name] ?? null, rest, by);
  return Array.isArray(copy) ? copy.filter((member) => member !== undefined) : copy;
};

/** What another system, or a malicious one, might write instead; `undefined`: it leaves the element out. */
const foreign = fc.oneof(
  fc.constant(undefined),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom<Json>(
    '字'.repeat(2_001),
    'x'.repeat(50_000),
    'Update',
    'Accept',
    'Decline',
    'Provisional',
    'x',
    0,
    -1,
    1e300,
    true,
    [],
    {},
  ),
  fc.uuid(),
  fc.constantFrom('1999-12-31T23:59:59.000Z', '2027-07-15T00:00:00+08:00'),
);

let story: Awaited<ReturnType<typeof everyMessage>>;
beforeAll(async () => {
  story = await everyMessage();
});

/** What comes of a body: why it was not taken, or the events it led to, each of which left a state that can be read again. */
const outcomeOf = ({ city, envelope, before }: Heard, body: Json): string => {
  const read = readEnvelope({ to: [city], envelope: { ...envelope, body } }, city, envelope.issuedAt);
  if ('refusal' in read) return read.refusal.reason.code;
  const conversation = CONVERSATIONS[MESSAGE_CONTRACTS[read.type].target as AggregateKind];
  const { pk } = keys.state('agreement', envelope.agreement ?? '');
  const agreement = story.cities
    .cellOf(city)
    .store.rows()
    .find((row) => row.pk === pk && row.sk === 'STATE');
  const incoming = {
    ...read,
    agreement: agreement && readBack(agreement, agreementConversation).state,
  } as Incoming;
  let command: unknown;
  try {
    command = conversation.incoming(incoming);
  } catch (error) {
    if (error instanceof UnreadableBody) return 'unreadable';
    throw error;
  }
  if (command === undefined) return 'not-for-this-aggregate';
  const { aggregate } = conversation;
  let state = before && readBack(before, conversation).state;
  const decision = aggregate.decide(state, command, circumstances({ city, now: envelope.issuedAt }));
  if (!decision.accepted) return decision.refusal.reason.code;
  for (const event of decision.events) {
    expect(JSON.stringify(event).length).toBeLessThan(40_000);
    state = aggregate.evolve(state, aggregate.eventSchema.parse(JSON.parse(JSON.stringify(event))));
    aggregate.stateSchema.parse(JSON.parse(JSON.stringify(state)));
    aggregate.listings(state);
  }
  return 'applied';
};

describe('what another city writes into a message that keeps EDXL-RM', () => {
  it.each(EDXL_MESSAGE_TYPES)('leads to a state that can be read again, or to a refusal: %s', (type) => {
    const heard = story.heard.filter(({ envelope }) => envelope.type === type);
    expect(heard.length).toBeGreaterThan(0);
    for (const message of heard) {
      const body = message.envelope.body as Json;
      expect(outcomeOf(message, body)).toBe('applied');
      fc.assert(
        fc.property(fc.constantFrom(...placesIn(body)), foreign, (place, by) => {
          outcomeOf(message, replaced(body, place, by));
        }),
        { numRuns: 200 },
      );
    }
  });

  it('is refused when the body is not that of its envelope', () => {
    const [message] = story.heard;
    if (!message) throw new Error('nothing was heard');
    const body = { ...message.envelope.body, MessageID: '0190b000-0000-7000-8000-00000000ffff' } as Json;
    expect(outcomeOf(message, body)).toBe('body-not-valid');
  });
});
