import { beforeEach, describe, expect, it } from 'vitest';
import { type Envelope, MAXIMUM_ENVELOPE_BYTES } from '../../../shared/exchange/envelope.ts';
import { QUARANTINE } from '../../../shared/exchange/quarantine-reasons.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { aFreshId, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay, resealed } from '../../builders/request-under-way.ts';

/** A city without any agreement. */
const STRANGER = '632800';
/** The end of the agreement. */
const AFTER_ALL = '2027-01-01T00:00:00.000Z';

let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

interface Entry {
  readonly code: string;
  readonly verified: boolean;
  readonly messageId?: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

const listed = async (city = LANZHOU): Promise<readonly Entry[]> => {
  const { body } = await world.call(`duty-officer@${city}`, dutyRoomRoutes.listQuarantine);
  return (body as { items: Entry[] }).items;
};

/** With other typed details, which only this service's cities can read. */
const withTypeInfo = ({ body }: Envelope, change: (typeInfo: Record<string, unknown>) => object) => {
  const [first, ...others] = body.ResourceInformation as { Resource: { TypeInfo: Record<string, unknown> } }[];
  if (!first) throw new Error('a request has items');
  const Resource = { ...first.Resource, TypeInfo: change(first.Resource.TypeInfo) };
  return { body: { ...body, ResourceInformation: [{ ...first, Resource }, ...others] } };
};

const unproven: readonly [string, string, (placed: Envelope) => unknown][] = [
  ['no message of ours', 'not-a-message', () => ({ to: [LANZHOU], hello: 'world' })],
  ['with half a character', 'not-a-message', (placed) => ({ ...placed, body: { filler: '\ud83d' } })],
  ['with moments in local time', 'not-a-message', (placed) => ({ ...placed, issuedAt: '2026-07-15T08:00:00+08:00' })],
  ['with too much that is unknown', 'not-a-message', (placed) => ({ ...placed, ['x'.repeat(200_000)]: 1 })],
  [
    'with a body full of unknown elements',
    'body-not-valid',
    (placed) => resealed(placed, { body: { ['x'.repeat(200_000)]: 1 } }),
  ],
  ['too large', 'message-too-large', (placed) => ({ ...placed, body: { filler: 'x'.repeat(MAXIMUM_ENVELOPE_BYTES) } })],
  ['for another city', 'wrong-recipient', (placed) => resealed(placed, { to: ['630200'] })],
  ['said to be from the city itself', 'from-ourselves', (placed) => resealed(placed, { from: LANZHOU })],
  ['past its time', 'message-expired', (placed) => resealed(placed, { expiresAt: '2026-07-15T00:00:00.000Z' })],
  ['of no known type', 'unknown-message-type', (placed) => resealed(placed, { type: 'RequestMiracle' })],
  ['without what EDXL-RM requires', 'body-not-valid', (placed) => resealed(placed, { body: {} })],
  ['in another envelope than its own', 'body-not-valid', (placed) => resealed(placed, { id: aFreshId() })],
  [
    'of a city without agreement',
    'unknown-city',
    (placed) => resealed(placed, { from: STRANGER, agreement: aFreshId() }),
  ],
  ['under an agreement of others', 'unknown-city', (placed) => resealed(placed, { from: STRANGER })],
  ['under no known agreement', 'unknown-agreement', (placed) => resealed(placed, { agreement: aFreshId() })],
  ['under no agreement at all', 'unknown-agreement', ({ agreement: _, ...placed }) => resealed(placed, {})],
  ['signed with another key', 'unknown-key', (placed) => resealed(placed, {}, STRANGER)],
  ['changed after it was signed', 'forged-signature', (placed) => ({ ...placed, exercise: true })],
];

describe('a message whose sender is not proven', () => {
  it.each(unproven)('%s: %s', async (_, code, forge) => {
    const forged = await forge(world.placed);
    const detail = 'hello' in (forged as object) ? forged : { to: [LANZHOU], envelope: forged };
    expect(await world.take(LANZHOU, detail)).toBe('quarantined');
    const [entry, ...others] = await listed();
    expect(entry).toMatchObject({ code, verified: false });
    expect(`${entry?.reason.zh}${entry?.reason.en}`).not.toMatch(/[{}]/);
    expect(others).toEqual([]);
    // Nobody is answered, and the true message is taken as if nothing had been.
    expect(world.underWay).toEqual([]);
    expect(await world.arrive(world.placed)).toBe('applied');
  });

  it('is told to the duty room once, however often it comes', async () => {
    const forged = { to: [LANZHOU], envelope: { ...world.placed, exercise: true } };
    for (const _ of [1, 2, 3]) expect(await world.take(LANZHOU, forged)).toBe('quarantined');
    expect(await listed()).toHaveLength(1);
    const { body } = await world.call(world.provider, dutyRoomRoutes.listNotices);
    const { items } = body as { items: { subject: { kind: string }; urgency: string }[] };
    expect(items.filter(({ subject }) => subject.kind === 'quarantine')).toMatchObject([{ urgency: 'routine' }]);
    expect(world.repeated(LANZHOU)).toEqual([]);
  });
});

const refused: readonly [string, string, (placed: Envelope) => Promise<Envelope>][] = [
  [
    'that asks for what the agreement does not cover',
    'resource-kind-out-of-scope',
    (placed) => {
      const text = JSON.stringify(placed.body).replaceAll('"water-rescue"', '"mine-rescue"');
      return resealed(placed, { body: JSON.parse(text) as Envelope['body'] });
    },
  ],
  [
    'about a hazard the agreement does not cover',
    'hazard-out-of-scope',
    (placed) => {
      const text = JSON.stringify(placed.body).replaceAll('"flood"', '"epidemic"');
      return resealed(placed, { body: JSON.parse(text) as Envelope['body'] });
    },
  ],
  [
    'that keeps EDXL-RM but lacks the details of the service',
    'body-not-valid',
    (placed) =>
      resealed(
        placed,
        withTypeInfo(placed, () => ({ boats: 4 })),
      ),
  ],
  [
    'that speaks of another request than its envelope',
    'not-for-this-aggregate',
    (placed) =>
      resealed(
        placed,
        withTypeInfo(placed, ({ request, ...typeInfo }) => ({
          ...typeInfo,
          request: { ...(request as object), requestId: aFreshId() },
        })),
      ),
  ],
];

describe('a proven message that is not applied', () => {
  /** What follows it in its conversation. */
  const following = (placed: Envelope): Promise<Envelope> => {
    const id = aFreshId();
    return resealed(placed, { id, sequence: { [LANZHOU]: 2 }, body: { ...placed.body, MessageID: id } });
  };

  it.each(refused)('%s: %s', async (_, code, change) => {
    expect(await world.arrive(await change(world.placed))).toBe('quarantined');
    expect(await listed()).toMatchObject([{ code, verified: true, messageId: world.placed.id }]);
    const [refusal, ...others] = world.intercepted();
    expect(refusal).toMatchObject({ to: [XINING], envelope: { type: 'Refusal', body: { code } } });
    expect(others).toEqual([]);
    // It has used up its number: the next one is not parked.
    expect(await world.arrive(await following(world.placed))).toBe('applied');
  });

  it.each([
    ['whose time is over', 'agreement-outside-validity', false],
    ['that has expired', 'agreement-not-in-force', true],
  ])('under an agreement %s: %s', async (_, code, clockHasRung) => {
    world.setTime(AFTER_ALL);
    if (clockHasRung) await world.ring(LANZHOU, 'agreement', world.agreementId);
    const late = await resealed(world.placed, { issuedAt: AFTER_ALL, expiresAt: '2027-01-15T00:00:00.000Z' });
    expect(await world.arrive(late)).toBe('quarantined');
    expect(await listed()).toMatchObject([{ code, verified: true }]);
  });

  it('under the number of another', async () => {
    expect(await world.arrive(world.placed)).toBe('applied');
    const id = aFreshId();
    const body = { ...world.placed.body, MessageID: id };
    expect(await world.arrive(await resealed(world.placed, { id, body }))).toBe('quarantined');
    expect(await listed()).toMatchObject([{ code: 'sequence-replayed', messageId: id, verified: true }]);
  });

  it('under the id of another', async () => {
    expect(await world.arrive(world.placed)).toBe('applied');
    expect(await world.arrive(await resealed(world.placed, { exercise: true }))).toBe('quarantined');
    expect(await listed()).toMatchObject([{ code: 'message-id-reused', verified: true }]);
  });

  it('is answered again when it comes again, and quarantined once', async () => {
    const broken = await resealed(
      world.placed,
      withTypeInfo(world.placed, () => ({})),
    );
    await world.arrive(broken);
    const [refusal] = world.intercepted();
    expect(await world.arrive(broken)).toBe('quarantined');
    expect(await listed()).toHaveLength(1);
    expect(world.repeated(LANZHOU)).toEqual([refusal]);
  });

  it('is shown by what sent it, at the sender', async () => {
    const reason = { reason: '另有安排' };
    const params = { agreementId: world.agreementId };
    await world.call(`representative@${LANZHOU}`, agreementRoutes.terminateAgreement, { params, body: reason });
    const [termination] = world.intercepted();
    expect(await world.arrive(world.placed)).toBe('quarantined');
    await world.deliverAll();
    const { body } = await world.call(world.requester, requestRoutes.readRequest, { params: world.params });
    const failure = { messageId: world.placed.id, code: 'agreement-not-in-force' };
    expect((body as RequestView).placements).toMatchObject([{ city: LANZHOU, status: 'refused-by-exchange', failure }]);
    const unconfirmed = await world.call(world.requester, dutyRoomRoutes.listUnconfirmedMessages);
    expect(unconfirmed.body).toEqual({ items: [] });
    expect(await world.take(XINING, termination)).toBe('applied');
  });
});

describe('an answer to a message', () => {
  const receipt = async (): Promise<Envelope> => {
    await world.arrive(world.placed);
    const [answer] = world.intercepted();
    if (!answer) throw new Error('what is applied is receipted');
    return answer.envelope;
  };
  const wrong: readonly [string, string, object][] = [
    ['that was never sent', 'unknown-message-answered', { messageId: '0190b000-0000-7000-8000-00000000ffff' }],
    ['of no known type', 'unknown-message-answered', { messageType: 'RequestMiracle' }],
    ['that the exchange itself sent', 'unknown-message-answered', { messageType: 'Receipt' }],
    ['with other content', 'receipt-digest-mismatch', { digest: 'other' }],
  ];
  it.each(wrong)('%s is quarantined: %s', async (_, code, said) => {
    const answer = await receipt();
    const forged = await resealed(answer, { body: { ...answer.body, ...said } });
    expect(await world.take(XINING, { to: [XINING], envelope: forged })).toBe('quarantined');
    expect(await listed(XINING)).toMatchObject([{ code }]);
    expect(world.intercepted()).toEqual([]);
    const { body } = await world.call(world.requester, dutyRoomRoutes.listUnconfirmedMessages);
    expect(body).toMatchObject({ items: [{ messageId: world.placed.id, pending: [LANZHOU] }] });
  });
});

it('every reason of the inbox is reached by these tests', () => {
  const later = ['sequence-replayed', 'message-id-reused', 'unknown-message-answered', 'receipt-digest-mismatch'];
  const reached = new Set([...unproven.map(([, code]) => code), ...refused.map(([, code]) => code), ...later]);
  expect(Object.values(QUARANTINE).flatMap(({ code }) => (reached.has(code) ? [] : [code]))).toEqual([]);
});
