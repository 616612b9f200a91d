import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/exchange-inbox/handler.ts';
import { type Key, StoreThrottled } from '../../../shared/data/store.ts';
import type { Envelope } from '../../../shared/exchange/envelope.ts';
import type { Dispatch } from '../../../shared/exchange/ports.ts';
import { busEntry } from '../../../shared/exchange/routing.ts';
import { messageDigest } from '../../../shared/exchange/signature.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay } from '../../builders/request-under-way.ts';

const reason = { reason: '另有安排' };

let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

/** The status of the request as Lanzhou has it, or of the answer that it has none. */
const statusThere = async () => {
  const { body } = await world.call(world.provider, receivedRequestRoutes.readReceivedRequest, {
    params: world.params,
  });
  return (body as { status: string | number }).status;
};

const envelopesOf = (dispatches: readonly Dispatch[]): readonly Envelope[] =>
  dispatches.map(({ envelope }) => envelope);

describe('a message that is applied', () => {
  it('is receipted, signed, with its digest and the end of the ledger it went into', async () => {
    expect(await world.arrive(world.placed)).toBe('applied');
    const [receipt, ...others] = world.intercepted();
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({
      to: [XINING],
      envelope: {
        type: 'Receipt',
        from: LANZHOU,
        agreement: world.agreementId,
        conversation: world.requestId,
        body: {
          messageId: world.placed.id,
          messageType: 'RequestResource',
          digest: messageDigest(world.placed),
          ledger: { kind: 'received-request', id: world.requestId, sequence: 1 },
        },
      },
    });
    expect(receipt?.envelope).not.toHaveProperty('sequence');
    expect(await world.take(XINING, receipt)).toBe('applied');
    const { body } = await world.call(world.requester, dutyRoomRoutes.listUnconfirmedMessages);
    expect(body).toEqual({ items: [] });
  });

  it('has no second effect when it comes again, but its receipt is sent again', async () => {
    await world.arrive(world.placed);
    const [receipt] = world.intercepted();
    const rows = world.cellOf(LANZHOU).store.rows();
    for (const _ of [1, 2]) expect(await world.arrive(world.placed)).toBe('duplicate');
    expect(world.cellOf(LANZHOU).store.rows()).toEqual(rows);
    expect(world.repeated(LANZHOU)).toEqual([receipt, receipt]);
  });

  it('is settled by a receipt once, however often that comes', async () => {
    await world.arrive(world.placed);
    const [receipt] = world.intercepted();
    expect(await world.take(XINING, receipt)).toBe('applied');
    const rows = world.cellOf(XINING).store.rows();
    expect(await world.take(XINING, receipt)).toBe('applied');
    expect(world.cellOf(XINING).store.rows()).toEqual(rows);
  });
});

describe('messages that come in the wrong order', () => {
  it('wait for each other, and are then applied in the right one', async () => {
    const { params } = world;
    const { body } = await world.call(world.requester, requestRoutes.readRequest, { params });
    const [item] = (body as { items: { itemId: string; mission: string }[] }).items;
    await world.call(world.requester, requestRoutes.updateRequest, {
      params,
      body: { items: [{ ...item, mission: '转移群众' }] },
    });
    await world.call(world.requester, requestRoutes.cancelRequest, { params, body: reason });
    const [updated, cancelled] = envelopesOf(world.intercepted());
    if (!updated || !cancelled) throw new Error('an update and a cancellation are sent');
    expect(await world.arrive(cancelled)).toBe('parked');
    expect(await world.arrive(updated)).toBe('parked');
    expect(await world.arrive(cancelled)).toBe('parked');
    expect(await statusThere()).toBe(404);
    expect(await world.arrive(world.placed)).toBe('applied');
    expect(await statusThere()).toBe('cancelled');
    expect(envelopesOf(world.intercepted()).map(({ type, body: said }) => [type, said.messageId])).toEqual(
      [world.placed, updated, cancelled].map(({ id }) => ['Receipt', id]),
    );
    const parked = world
      .cellOf(LANZHOU)
      .store.rows()
      .filter(({ entity }) => entity === 'parked-message');
    expect(parked).toEqual([]);
  });
});

describe('a message that may have overtaken what allows it', () => {
  const params = () => ({ agreementId: world.agreementId });
  const representative = `representative@${XINING}`;
  let resumption: Dispatch | undefined;

  /** Xining has suspended the agreement, and resumed it before it placed the request; Lanzhou knows of the suspension. */
  beforeEach(async () => {
    await world.done(representative, agreementRoutes.suspendAgreement, { params: params(), body: reason });
    await world.call(representative, agreementRoutes.resumeAgreement, { params: params(), body: reason });
    [resumption] = world.intercepted();
  });

  it('is neither applied nor refused, and applied when it comes again after that', async () => {
    expect(await world.arrive(world.placed)).toBe('put-off');
    expect(world.intercepted()).toEqual([]);
    expect(await world.take(LANZHOU, resumption)).toBe('applied');
    expect(await world.arrive(world.placed)).toBe('applied');
    expect(await statusThere()).toBe('received');
  });

  it('is refused when it has come again for two hours in vain', async () => {
    for (const time of [NOW, '2026-07-15T01:00:00.000Z', '2026-07-15T01:59:59.999Z']) {
      world.setTime(time);
      expect(await world.arrive(world.placed), time).toBe('put-off');
    }
    expect(world.intercepted()).toEqual([]);
    world.setTime('2026-07-15T02:00:00.000Z');
    expect(await world.arrive(world.placed)).toBe('quarantined');
    expect(world.intercepted()).toMatchObject([
      { to: [XINING], envelope: { type: 'Refusal', body: { code: 'agreement-not-in-force' } } },
    ]);
    expect(await world.take(LANZHOU, resumption)).toBe('applied');
    expect(await world.arrive(world.placed)).toBe('quarantined');
  });
});

describe('the inbox function', () => {
  const record = (messageId: string, body: string) => ({ messageId, body });
  const onBus = (dispatch: Dispatch) => {
    const { source, detailType, detail } = busEntry(dispatch);
    return JSON.stringify({ source, 'detail-type': detailType, detail: JSON.parse(detail) });
  };
  const placedOnBus = () => onBus({ to: [LANZHOU], envelope: world.placed });

  it('settles what it can of a batch, and asks for the others again', async () => {
    const { cell, store } = world.cellOf(LANZHOU);
    const isOfRequest = (pk: string) => pk.includes(world.requestId);
    const throttled = {
      ...store,
      getMany: (keys: readonly Key[]) =>
        keys.some(({ pk }) => isOfRequest(pk)) ? Promise.reject(new StoreThrottled()) : store.getMany(keys),
    };
    const batch = { Records: [record('1', placedOnBus()), record('2', 'no JSON'), record('3', '{"detail":{}}')] };
    expect(await createHandler({ ...cell, store: throttled })(batch as never, {} as never)).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }],
    });
    const { body } = await world.call(world.provider, dutyRoomRoutes.listQuarantine);
    expect(body).toMatchObject({ items: [{ code: 'not-a-message' }, { code: 'not-a-message' }] });
    expect(await createHandler(cell)({ Records: batch.Records.slice(0, 1) } as never, {} as never)).toEqual({
      batchItemFailures: [],
    });
    expect(await statusThere()).toBe('received');
  });
});
