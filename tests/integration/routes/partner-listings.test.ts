import { beforeEach, describe, expect, it } from 'vitest';
import { indexedEntries } from '../../../shared/data/lookup/registry-index.ts';
import { keys } from '../../../shared/data/table.ts';
import { shareIdOf } from '../../../shared/domain/listing-share/share-id.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { partnerListingRoutes } from '../../../shared/http/routes/partner-listings.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { ListingShareView } from '../../../shared/http/views/listing-share.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { commitTeam } from '../../builders/neighbours.ts';
import { type SharingCities, sharingCities } from '../../builders/sharing-cities.ts';
import { someContact, someDetails } from '../../builders/team.ts';

const NAME = someDetails().name;
const reason = '依法';
let cities: SharingCities;
beforeEach(async () => {
  cities = await sharingCities();
  await cities.settle();
});

const register = async (name: string, city = LANZHOU): Promise<string> => {
  const body = { ...someDetails({ name }), dutyContact: someContact() };
  return (await cities.done<TeamView>(`coordinator@${city}`, teamRoutes.registerTeam, { body })).teamId;
};

const represent = (city: string, contract: (typeof agreementRoutes)[keyof typeof agreementRoutes], body: object) =>
  cities.done(`representative@${city}`, contract, { params: cities.params, body });

const indexedAt = async (city: string): Promise<readonly string[]> => {
  const { entries } = await indexedEntries(cities.cellOf(city).cell, { agreement: cities.agreementId }, { limit: 100 });
  return entries.map(({ entry }) => entry.name);
};

describe('listings under an agreement', () => {
  it('are with the partner once it is in force, and each city sees what it shares', async () => {
    await register('兰州山地救援队');
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual([NAME, '兰州山地救援队']);
    expect(await cities.sharedBy(LANZHOU)).toEqual([NAME, '兰州山地救援队']);
    expect(await cities.heldBy(LANZHOU)).toEqual([]);
    expect(await indexedAt(XINING)).toEqual([NAME, '兰州山地救援队']);
  });

  it('follow what changes in the registry', async () => {
    await cities.done(`coordinator@${LANZHOU}`, teamRoutes.retireTeam, {
      params: { teamId: cities.teamId },
      body: { reason },
    });
    await register('兰州水上救援二队');
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual(['兰州水上救援二队']);
    expect(await indexedAt(XINING)).toEqual(['兰州水上救援二队']);
  });

  it('say that a team is away on a mission', async () => {
    await commitTeam(cities);
    await cities.settle();
    const { entries } = await indexedEntries(
      cities.cellOf(XINING).cell,
      { agreement: cities.agreementId },
      { limit: 100 },
    );
    expect(entries[0]?.entry).toMatchObject({ name: NAME, load: 1, blocked: [{ until: expect.any(String) }] });
  });

  it('tell nothing when nothing changed that partners may know', async () => {
    const before = cities.cellOf(LANZHOU).store.rows().length;
    const { dutyContact: _, ...details } = { ...someDetails(), dutyContact: undefined };
    const read = await cities.call(`coordinator@${LANZHOU}`, teamRoutes.readTeam, {
      params: { teamId: cities.teamId },
    });
    await cities.done(`coordinator@${LANZHOU}`, teamRoutes.changeTeam, {
      params: { teamId: cities.teamId },
      headers: { 'if-match': read.headers.etag ?? '' },
      body: { ...details, dutyContact: { name: '李示例', telephone: '138-0000-0002' } },
    });
    await cities.settle();
    const messages = cities
      .cellOf(LANZHOU)
      .store.rows()
      .slice(before)
      .filter(({ entity }) => entity === 'outgoing-message');
    expect(messages).toEqual([]);
  });

  it('tell many changes in few messages, and nothing personal in any of them', async () => {
    for (let count = 1; count <= 90; count += 1) await register(`兰州第${count}救援队`);
    await cities.settle();
    expect((await cities.heldBy(XINING)).length).toBe(91);
    const share = keys.aggregate('listing-share', shareIdOf(cities.agreementId));
    const messages = cities
      .cellOf(LANZHOU)
      .store.rows()
      .filter(({ pk, entity }) => pk === share && entity === 'outgoing-message');
    // One for the rows that a queue brings at once, at most ten, and what began the sharing.
    expect(messages.length).toBeLessThanOrEqual(12);
    for (const personal of [someContact().telephone, someContact().name, someDetails().leader.name])
      expect(JSON.stringify(messages)).not.toContain(personal);
  });

  it.each([XINING, LANZHOU])('are dropped at both ends when %s ends it, and nothing more is shared', async (city) => {
    await represent(city, agreementRoutes.terminateAgreement, { reason });
    await cities.settle();
    await register('兰州水上救援二队');
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual([]);
    expect(await cities.sharedBy(LANZHOU)).toEqual([]);
    expect(await indexedAt(XINING)).toEqual([]);
    const rows = [XINING, LANZHOU].flatMap((each) => cities.cellOf(each).store.rows());
    expect(rows.filter(({ pk }) => /^list#listing-share\/(held|shared)\//.test(pk))).toEqual([]);
  });

  it.each([XINING, LANZHOU])('are not kept while %s has suspended it, and come again afterwards', async (city) => {
    await represent(city, agreementRoutes.suspendAgreement, { reason });
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual([]);
    expect(await indexedAt(XINING)).toEqual([]);
    await register('兰州水上救援二队');
    await cities.done(`coordinator@${LANZHOU}`, teamRoutes.retireTeam, {
      params: { teamId: cities.teamId },
      body: { reason },
    });
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual([]);
    await represent(city, agreementRoutes.resumeAgreement, { reason });
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual(['兰州水上救援二队']);
    expect(await indexedAt(XINING)).toEqual(['兰州水上救援二队']);
  });

  it('follow its terms when these are amended', async () => {
    const agreement = await cities.call(`coordinator@${XINING}`, agreementRoutes.readAgreement, {
      params: cities.params,
    });
    const { terms } = agreement.body as { terms: ReturnType<typeof someTerms> };
    const amended = await represent(XINING, agreementRoutes.proposeAmendment, {
      terms: { ...terms, resourceKinds: ['medical-rescue'] },
    });
    const { amendmentId } = (amended as { amendment: { amendmentId: string } }).amendment;
    await cities.done(`representative@${LANZHOU}`, agreementRoutes.signAmendment, {
      params: { ...cities.params, amendmentId },
      body: {},
    });
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual([]);
    expect(await cities.sharedBy(LANZHOU)).toEqual([]);
  });

  it('are asked for again by a duty room that doubts them', async () => {
    const renewed = await cities.done<ListingShareView>(
      `coordinator@${XINING}`,
      partnerListingRoutes.renewPartnerListings,
      {
        params: cities.params,
        body: {},
      },
    );
    expect(renewed.theirs.status).toBe('clearing');
    expect(await cities.heldBy(XINING)).toEqual([]);
    await cities.settle();
    expect(await cities.heldBy(XINING)).toEqual([NAME]);
    expect(await indexedAt(XINING)).toEqual([NAME]);
  });

  it('are listed with how far the sharing has come', async () => {
    const { body } = await cities.call(`auditor@${XINING}`, partnerListingRoutes.listListingShares, {
      query: { city: LANZHOU },
    });
    expect(body).toMatchObject({
      items: [
        {
          agreementId: cities.agreementId,
          partner: LANZHOU,
          standing: 'in-force',
          ours: { status: 'current' },
          theirs: { status: 'current' },
        },
      ],
    });
    const others = await cities.call(`auditor@${XINING}`, partnerListingRoutes.listListingShares, {
      query: { city: '630200' },
    });
    expect(others.body).toEqual({ items: [] });
  });

  it('are shown by kind', async () => {
    const of = async (kind: string) => {
      const { body } = await cities.call(`coordinator@${XINING}`, partnerListingRoutes.listPartnerListings, {
        params: cities.params,
        query: { kind },
      });
      return (body as { items: unknown[] }).items.length;
    };
    expect([await of('team'), await of('stock')]).toEqual([1, 0]);
  });

  it('are not there without a signed agreement', async () => {
    const params = { agreementId: '0190b000-0000-7000-8000-0000000000ff' };
    for (const contract of [partnerListingRoutes.listSharedListings, partnerListingRoutes.listPartnerListings])
      expect((await cities.call(`coordinator@${XINING}`, contract, { params })).status).toBe(404);
    const renewing = { params, body: {} };
    expect(
      (await cities.call(`coordinator@${XINING}`, partnerListingRoutes.renewPartnerListings, renewing)).status,
    ).toBe(404);
  });
});

describe('an agreement that waits for a declaration', () => {
  it('shares listings: what a neighbour has is looked up before there is an emergency', async () => {
    const unarmed = await sharingCities(someTerms({ arming: 'on-declaration' }));
    await unarmed.settle();
    expect(await unarmed.heldBy(XINING)).toEqual([NAME]);
  });
});
