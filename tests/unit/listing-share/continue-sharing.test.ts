import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createClock } from '../../../functions/clock/handler.ts';
import { continueSharing } from '../../../functions/listing-share/continue-sharing.ts';
import { createHandler } from '../../../functions/listing-share/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import { load } from '../../../shared/data/loaded.ts';
import type { Store } from '../../../shared/data/store.ts';
import { keys } from '../../../shared/data/table.ts';
import { DAY_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { shareIdOf } from '../../../shared/domain/listing-share/share-id.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { listingShareConversation } from '../../../shared/exchange/conversations/listing-share.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { partnerListingRoutes } from '../../../shared/http/routes/partner-listings.ts';
import { aFreshId, aPerson, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type SharingCities, sharingCities } from '../../builders/sharing-cities.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { queueEvent } from '../../builders/told-of-rows.ts';

/** More than two messages hold. */
const MANY = 150;

let cities: SharingCities;
beforeEach(async () => {
  cities = await sharingCities();
  await cities.settle();
});

const shareId = () => shareIdOf(cities.agreementId);
const shareAt = async (city: string) =>
  (await load(cities.cellOf(city).store, listingShareConversation, shareId()))?.state ??
  expect.unreachable('the agreement is signed');

/** Lanzhou registers many teams, of which its queue tells nothing. */
const registerUnseen = async (count: number): Promise<void> => {
  for (let number = 1; number <= count; number += 1) {
    const id = aFreshId();
    const details = someDetails({ name: `兰州第${number}救援队` });
    await execute(cities.cellOf(LANZHOU).cell, CONVERSATIONS, {
      target: { kind: 'team', id },
      actor: aPerson('coordinator', LANZHOU),
      command: () => ({ type: 'register', id, details, dutyContact: someContact() }),
    });
  }
  cities.queues.get(LANZHOU)?.splice(0);
};

/** Xining asks for everything again. */
const renew = () =>
  cities.done(`coordinator@${XINING}`, partnerListingRoutes.renewPartnerListings, { params: cities.params, body: {} });

const heldRows = () =>
  cities
    .cellOf(XINING)
    .store.rows()
    .filter(({ pk }) => pk.startsWith('list#listing-share/held/'));

describe('a whole registry', () => {
  it('is told page by page, and dropped page by page', async () => {
    await registerUnseen(MANY);
    await renew();
    await cities.settle();
    expect(heldRows()).toHaveLength(MANY + 1);
    expect(await shareAt(XINING)).toMatchObject({ theirs: { status: 'current' } });
    await cities.done(`representative@${XINING}`, agreementRoutes.terminateAgreement, {
      params: cities.params,
      body: { reason: '依法' },
    });
    await cities.settle();
    expect(heldRows()).toEqual([]);
    expect(await shareAt(LANZHOU)).toMatchObject({ ours: { status: 'ended' }, theirs: { status: 'none' } });
  });

  it('is told all the same by several who are broken off again and again', async () => {
    await registerUnseen(MANY);
    await renew();
    const { cell } = cities.cellOf(LANZHOU);
    let operations = 0;
    const failing: Store['query'] = async (query) => {
      operations += 1;
      if (operations % 3 === 0) throw new Error('broken off');
      return cell.store.query(query);
    };
    const worker = { ...cell, store: { ...cell.store, query: failing } };
    for (let round = 0; round < 20; round += 1) {
      cities.queues.get(LANZHOU)?.splice(0);
      await continueSharing(cities.cellOf(XINING).cell, shareId());
      await cities.deliverAll();
      await Promise.allSettled([continueSharing(worker, shareId()), continueSharing(worker, shareId())]);
      await cities.deliverAll();
    }
    // What is left standing, the clock takes up.
    cities.setTime(plus(NOW, MINUTE_MS));
    await createClock(cell)({} as never);
    await cities.settle();
    expect(heldRows()).toHaveLength(MANY + 1);
    expect(await shareAt(LANZHOU)).toMatchObject({ ours: { status: 'current' } });
  });

  it('is compared once a day with what was told: what the stream lost is told then', async () => {
    await registerUnseen(3);
    await cities.settle();
    expect(heldRows()).toHaveLength(1);
    cities.setTime(plus(NOW, DAY_MS));
    await createClock(cities.cellOf(LANZHOU).cell)({} as never);
    await cities.settle();
    expect(heldRows()).toHaveLength(4);
    expect(await shareAt(LANZHOU)).toMatchObject({ ours: { status: 'current', since: plus(NOW, DAY_MS) } });
  });
});

describe('a batch of the stream', () => {
  const team = () => keys.event('team', cities.teamId, 1);

  it('comes again when the table fails', async () => {
    const { cell } = cities.cellOf(LANZHOU);
    const query = () => Promise.reject(new Error('the table is away'));
    const handler = createHandler({ ...cell, store: { ...cell.store, query } });
    expect(await handler(queueEvent([team()]), {} as Context)).toEqual({
      batchItemFailures: [{ itemIdentifier: '0' }],
    });
  });

  it('that comes again tells nothing twice', async () => {
    const { cell, store } = cities.cellOf(LANZHOU);
    const before = store.rows();
    expect(await createHandler(cell)(queueEvent([team(), team()]), {} as Context)).toEqual({ batchItemFailures: [] });
    expect(store.rows()).toEqual(before);
  });

  it('gives way to others who change the share, and is told in the end', async () => {
    await registerUnseen(1);
    const { cell, store } = cities.cellOf(LANZHOU);
    const [row] = store
      .rows()
      .filter(({ pk }) => pk === 'list#team')
      .slice(-1);
    const teamId = String((row?.card as { teamId?: string } | undefined)?.teamId);
    const told = queueEvent([keys.event('team', teamId, 1)]);
    let beaten = 0;
    const transact: Store['transact'] = async (writes, token) => {
      if (beaten < 2) {
        beaten += 1;
        await execute(cell, CONVERSATIONS, {
          target: { kind: 'listing-share', id: shareId() },
          actor: { kind: 'clock', city: LANZHOU },
          command: () => ({ type: 'clock-ran-out' }),
        });
      }
      return store.transact(writes, token);
    };
    await createHandler({ ...cell, store: { ...cell.store, transact } })(told, {} as Context);
    await cities.settle();
    expect(beaten).toBe(2);
    expect(heldRows()).toHaveLength(2);
  });
});
