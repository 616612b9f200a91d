import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { followedByShare } from '../../../shared/domain/listing-share/follow-agreement.ts';
import { listingShare } from '../../../shared/domain/listing-share/listing-share.ts';
import { passDue } from '../../../shared/domain/listing-share/listing-share-clock.ts';
import type { Candidate, ListingShareCommand } from '../../../shared/domain/listing-share/listing-share-commands.ts';
import { heldList, listingShareList, sharedList } from '../../../shared/domain/listing-share/listing-share-listings.ts';
import type { ListingShareState, Ours, Theirs } from '../../../shared/domain/listing-share/listing-share-state.ts';
import { shareIdOf } from '../../../shared/domain/listing-share/share-id.ts';
import { partnerEntry } from '../../../shared/domain/registry/partner-entry.ts';
import { ENTRIES_PER_MESSAGE } from '../../../shared/exchange/own-messages.ts';
import { AGREEMENT_ID, agreementIn, outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import {
  anEntry,
  aShare,
  follow,
  OTHER_ROUND,
  oursIn,
  ROUND,
  SHARE_ID,
  shareAfter,
  someFooting,
  theirsIn,
} from '../../builders/listing-share.ts';

const AT_LANZHOU = circumstances({ city: LANZHOU });
const typesOf = (events: readonly { readonly type: string }[]): readonly string[] => events.map(({ type }) => type);
const nothingListed = { team: false, agency: false, expert: false, stock: false, package: false };

describe('a share', () => {
  it('has the id of its agreement with another version digit, the same at both ends', () => {
    expect(shareIdOf(AGREEMENT_ID)).toBe('0190b000-0000-8000-8000-000000000200');
  });

  it.each(['proposed', 'refused', 'lapsed'] as const)('is not there for an agreement that is %s', (status) => {
    expect(followedByShare(agreementIn[status]())).toEqual([]);
  });

  it.each([
    ['signed', 'paused'],
    ['in-force', 'in-force'],
    ['suspended', 'paused'],
    ['expired', 'paused'],
    ['terminated', 'ended'],
  ] as const)('of an agreement that is %s is %s', (status, standing) => {
    expect(followedByShare(agreementIn[status]())).toMatchObject([
      { kind: 'listing-share', id: SHARE_ID, command: { footing: { standing } } },
    ]);
  });

  it('of an agreement that shares nothing waits', () => {
    const agreement = signedAgreement(someTerms({ listings: nothingListed }));
    expect(followedByShare(agreement)).toMatchObject([{ command: { footing: { standing: 'paused' } } }]);
  });

  it('is opened when the agreement is signed; the proposer asks, the countersigner waits to be asked', () => {
    const { events, state } = shareAfter(undefined, follow(someFooting()));
    expect(typesOf(events)).toEqual(['shareOpened', 'listingsAskedFor']);
    expect(state).toMatchObject({ partner: LANZHOU, ours: { status: 'idle' }, theirs: { status: 'asked' } });
    const there = shareAfter(undefined, follow(someFooting()), AT_LANZHOU);
    expect(typesOf(there.events)).toEqual(['shareOpened']);
    const asked = shareAfter(there.state, { type: 'receive-wish', from: XINING, messageId: ROUND }, AT_LANZHOU);
    expect(typesOf(asked.events)).toEqual(['listingsWanted', 'listingsAskedFor']);
    expect(asked.state).toMatchObject({ partner: XINING, ours: { status: 'listing', round: ROUND } });
  });

  it('is opened quietly while the agreement is not in force', () => {
    expect(typesOf(shareAfter(undefined, follow(someFooting('paused'))).events)).toEqual(['shareOpened']);
  });

  it('does not mind an event of the agreement that changes nothing of what is shared', () => {
    expect(shareAfter(aShare(), follow(someFooting())).events).toEqual([]);
  });
});

const WISH: ListingShareCommand = { type: 'receive-wish', from: LANZHOU, messageId: OTHER_ROUND };
const droppedAll = (side: 'ours' | 'theirs'): ListingShareCommand => ({
  type: 'drop',
  side,
  entries: [],
  finished: true,
});

/** Where each thing that happens leads what this city shares; what is not here leaves it as it is. */
const OURS: { readonly [S in Ours['status']]: { readonly [what: string]: Partial<Ours> } } = {
  idle: { wanted: { status: 'listing', round: OTHER_ROUND }, ended: { status: 'ended' } },
  clearing: { wanted: { status: 'clearing', wanted: OTHER_ROUND }, dropped: { status: 'idle' } },
  listing: {
    wanted: { status: 'clearing', wanted: OTHER_ROUND },
    paused: { status: 'paused', round: ROUND },
    ended: { status: 'clearing' },
    amended: { status: 'listing', round: ROUND },
  },
  current: {
    wanted: { status: 'clearing', wanted: OTHER_ROUND },
    paused: { status: 'paused', round: ROUND },
    ended: { status: 'clearing' },
    amended: { status: 'listing', round: ROUND },
  },
  comparing: {
    wanted: { status: 'clearing', wanted: OTHER_ROUND },
    paused: { status: 'paused', round: ROUND },
    ended: { status: 'clearing' },
    amended: { status: 'listing', round: ROUND },
  },
  paused: {
    wanted: { status: 'clearing', wanted: OTHER_ROUND },
    ended: { status: 'clearing' },
    amended: { status: 'listing', round: ROUND },
  },
  ended: {},
};

/** The same of what it holds. */
const THEIRS: { readonly [S in Theirs['status']]: { readonly [what: string]: Partial<Theirs> } } = {
  none: { wanted: { status: 'asked' }, amended: { status: 'asked' } },
  asked: { paused: { status: 'clearing' }, ended: { status: 'clearing' }, renewed: { status: 'clearing' } },
  current: { paused: { status: 'clearing' }, ended: { status: 'clearing' }, renewed: { status: 'clearing' } },
  refused: { paused: { status: 'clearing' }, ended: { status: 'clearing' }, amended: { status: 'asked' } },
  clearing: { dropped: { status: 'asked' } },
};

const HAPPENINGS: Readonly<Record<string, ListingShareCommand>> = {
  wanted: WISH,
  paused: follow(someFooting('paused')),
  ended: follow(someFooting('ended')),
  amended: follow(someFooting('in-force', { resourceKinds: ['mine-rescue'] })),
};

const oursTable = (Object.keys(oursIn) as Ours['status'][]).flatMap((status) =>
  Object.entries({ ...HAPPENINGS, dropped: droppedAll('ours') }).map(([what, command]) => ({ status, what, command })),
);
const theirsTable = (Object.keys(theirsIn) as Theirs['status'][]).flatMap((status) =>
  Object.entries({ ...HAPPENINGS, dropped: droppedAll('theirs'), renewed: { type: 'renew' } as const }).map(
    ([what, command]) => ({ status, what, command }),
  ),
);

describe('what is shared', () => {
  it.each(oursTable)('$status, when $what', ({ status, what, command }) => {
    const before = oursIn[status];
    const after = shareAfter(aShare({ ours: before }), command).state?.ours;
    expect(after).toMatchObject(OURS[status][what] ?? before);
  });

  it('begins with the round that was asked for while the agreement was not in force, or while rows were deleted', () => {
    const early = shareAfter(aShare({ footing: someFooting('paused'), ours: oursIn.idle }), WISH).state;
    expect(early?.ours).toEqual({ status: 'idle', wanted: OTHER_ROUND });
    expect(shareAfter(early, follow(someFooting())).state?.ours).toMatchObject({
      status: 'listing',
      round: OTHER_ROUND,
    });
    const clearing = aShare({ ours: { status: 'clearing', since: NOW, wanted: ROUND } });
    expect(shareAfter(clearing, droppedAll('ours')).state?.ours).toMatchObject({ status: 'listing', round: ROUND });
    const ended = { ...clearing, footing: someFooting('ended') };
    expect(shareAfter(ended, droppedAll('ours')).state?.ours).toEqual({ status: 'ended' });
  });
});

describe('what is held', () => {
  it.each(theirsTable)('$status, when $what', ({ status, what, command }) => {
    const before = theirsIn[status];
    const state = aShare({ theirs: before });
    if (what === 'renewed' && THEIRS[status][what] === undefined)
      expect(outcomeOf(listingShare.decide(state, command, circumstances()))).toBe('no-listings-held');
    else expect(shareAfter(state, command).state?.theirs).toMatchObject(THEIRS[status][what] ?? before);
  });

  it('is not asked for again once it is dropped for good', () => {
    const ended = aShare({ footing: someFooting('ended'), theirs: theirsIn.clearing });
    expect(shareAfter(ended, droppedAll('theirs')).state?.theirs).toEqual({ status: 'none' });
  });

  it('goes on being dropped until nothing is left', () => {
    const part = {
      type: 'drop',
      side: 'theirs',
      entries: [{ kind: 'team', id: aFreshId() }],
      finished: false,
    } as const;
    const { state, events } = shareAfter(aShare({ theirs: theirsIn.clearing }), part);
    expect(state?.theirs.status).toBe('clearing');
    expect(listingShare.listed?.(events[0] ?? expect.unreachable(), state ?? expect.unreachable())).toEqual({
      put: [],
      removed: [{ list: heldList(SHARE_ID), sort: `team#${part.entries[0].id}` }],
    });
  });

  it('counts only what answers the latest asking', () => {
    const message = (round: string, complete: boolean): ListingShareCommand => ({
      type: 'receive-listings',
      from: LANZHOU,
      round,
      upserts: [partnerEntry(anEntry({}, LANZHOU))],
      withdrawals: [{ kind: 'team', id: ROUND }],
      complete,
    });
    const asked = aShare({ theirs: theirsIn.asked });
    const { state, events } = shareAfter(asked, message(ROUND, false));
    expect(state).toMatchObject({ theirs: { status: 'asked' }, heldVersion: 4 });
    const [event] = events;
    expect(event && state && listingShare.listed?.(event, state)).toMatchObject({
      put: [{ list: heldList(SHARE_ID), card: { version: 4, at: NOW, entry: { city: LANZHOU } } }],
      removed: [{ list: heldList(SHARE_ID), sort: `team#${ROUND}` }],
    });
    expect(shareAfter(state, message(ROUND, true)).state?.theirs).toMatchObject({ status: 'current', round: ROUND });
    expect(typesOf(shareAfter(asked, message(OTHER_ROUND, true)).events)).toEqual(['listingsPassedOver']);
    expect(shareAfter(asked, message(OTHER_ROUND, true)).state).toEqual(asked);
    for (const theirs of [theirsIn.none, theirsIn.clearing, theirsIn.refused])
      expect(typesOf(shareAfter(aShare({ theirs }), message(ROUND, true)).events)).toEqual(['listingsPassedOver']);
  });

  it('is of the partner: neither from others, nor of other cities', () => {
    const listings = { type: 'receive-listings', round: ROUND, upserts: [], withdrawals: [], complete: true } as const;
    const code = (command: ListingShareCommand, state: ListingShareState | undefined = aShare()) =>
      outcomeOf(listingShare.decide(state, command, circumstances()));
    expect(code({ ...listings, from: '630200' })).toBe('not-party-to-listing-share');
    expect(code({ ...listings, from: LANZHOU, upserts: [partnerEntry(anEntry({}, '630200'))] })).toBe(
      'foreign-registry-entry',
    );
    expect(code({ type: 'receive-wish', from: '630200', messageId: ROUND })).toBe('not-party-to-listing-share');
  });

  it('is asked for again a day after the partner would not hear of it, and the duty room is told at once', () => {
    const failed: ListingShareCommand = {
      type: 'message-failed',
      messageId: ROUND,
      city: LANZHOU,
      code: 'undeliverable',
      reason: { zh: '未送达', en: 'not delivered' },
    };
    const { state, events } = shareAfter(aShare({ theirs: theirsIn.asked }), failed);
    expect(state?.theirs).toEqual({ status: 'refused', since: NOW });
    expect(listingShare.notices?.(events[0] ?? expect.unreachable(), state ?? expect.unreachable())).toMatchObject([
      { urgency: 'urgent' },
    ]);
    const later = circumstances({ now: plus(NOW, DAY_MS) });
    expect(typesOf(shareAfter(state, { type: 'clock-ran-out' }, later).events)).toEqual(['listingsAskedFor']);
    expect(shareAfter(state, { type: 'clock-ran-out' }).events).toEqual([]);
    const other = shareAfter(aShare(), { ...failed, messageId: OTHER_ROUND });
    expect(other.state?.theirs).toEqual(theirsIn.current);
    expect(other.state?.failures).toHaveLength(1);
  });
});

const candidate = (overrides: Partial<Candidate> = {}): Candidate => {
  const entry = anEntry();
  return { kind: 'team', id: entry.id, entry, shared: undefined, ...overrides };
};

describe('telling', () => {
  const told = (candidates: readonly Candidate[], state: ListingShareState = aShare()) =>
    shareAfter(state, { type: 'share', candidates }).events;

  it('says what is new or changed, and what is shared no longer, once', () => {
    const entry = anEntry();
    const withdrawn = { kind: 'team', id: entry.id } as const;
    expect(told([candidate()])).toMatchObject([
      { type: 'listingsShared', round: ROUND, upserts: [partnerEntry(entry)], withdrawals: [], complete: false },
    ]);
    expect(told([candidate({ shared: partnerEntry(anEntry({ load: 1 })) })])).toMatchObject([
      { upserts: [{ load: 0 }] },
    ]);
    expect(told([candidate({ shared: partnerEntry(entry) })])).toEqual([]);
    expect(told([candidate({ entry: undefined, shared: partnerEntry(entry) })])).toMatchObject([
      { upserts: [], withdrawals: [withdrawn] },
    ]);
    expect(told([candidate({ entry: undefined })])).toEqual([]);
    const outOfScope = aShare({ footing: someFooting('in-force', { resourceKinds: ['mine-rescue'] }) });
    expect(told([candidate({ shared: partnerEntry(entry) })], outOfScope)).toMatchObject([
      { withdrawals: [withdrawn] },
    ]);
    expect(told([candidate()], outOfScope)).toEqual([]);
  });

  it('writes a row for each entry that is shared, and takes it back', () => {
    const entry = anEntry();
    const [shared] = told([candidate()]);
    expect(shared && listingShare.listed?.(shared, aShare())).toEqual({
      put: [{ list: sharedList(SHARE_ID), sort: `team#${entry.id}`, card: { entry: partnerEntry(entry), at: NOW } }],
      removed: [],
    });
  });

  it.each(['idle', 'clearing', 'paused', 'ended'] as const)('does not happen while it is %s', (status) => {
    expect(told([candidate()], aShare({ ours: oursIn[status] }))).toEqual([]);
  });

  it('does not happen when the agreement is over, though the clock has not looked yet', () => {
    const over = circumstances({ now: someTerms().validUntil });
    expect(shareAfter(aShare(), { type: 'share', candidates: [candidate()] }, over).events).toEqual([]);
  });

  it('takes as many messages as it needs', () => {
    const words = Array.from({ length: 30 }, () => '长'.repeat(60));
    const many = Array.from({ length: ENTRIES_PER_MESSAGE }, () => candidate({ entry: anEntry({ words }) }));
    const events = told(many);
    expect(events.length).toBeGreaterThan(1);
    for (const event of events) expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(200 * 1024);
    expect(events.flatMap((event) => (event.type === 'listingsShared' ? event.upserts : []))).toHaveLength(many.length);
  });

  it('says at the end of a first pass that everything has been said, even if there was nothing to say', () => {
    const listing = aShare({ ours: oursIn.listing });
    const { events, state } = shareAfter(listing, { type: 'share', candidates: [], pass: 'end' });
    expect(events).toMatchObject([{ type: 'listingsShared', upserts: [], complete: true }, { type: 'passMoved' }]);
    expect(state?.ours).toEqual({ status: 'current', since: NOW, round: ROUND });
  });

  it('says nothing at the end of a comparison that found nothing', () => {
    const comparing = aShare({ ours: oursIn.comparing });
    const { events, state } = shareAfter(comparing, { type: 'share', candidates: [], pass: 'end' });
    expect(typesOf(events)).toEqual(['passMoved']);
    expect(state?.ours.status).toBe('current');
  });

  it.each([
    ['listing', 'listing'],
    ['comparing', 'comparing'],
    ['current', 'comparing'],
  ] as const)('that is %s notes how far a pass has come', (status, after) => {
    const pass = { list: 'team', after: 'x' } as const;
    const { state } = shareAfter(aShare({ ours: oursIn[status] }), { type: 'share', candidates: [], pass });
    expect(state?.ours).toMatchObject({ status: after, pass });
  });
});

describe('the clock of a share', () => {
  it.each([
    ['listing', MINUTE_MS],
    ['comparing', MINUTE_MS],
    ['clearing', MINUTE_MS],
    ['current', DAY_MS],
    ['idle', undefined],
    ['paused', undefined],
    ['ended', undefined],
  ] as const)('that is %s looks after %s ms', (status, after) => {
    const due = listingShare.dueAt(aShare({ ours: oursIn[status] }));
    expect(due).toBe(after === undefined ? undefined : plus(NOW, after));
  });

  it.each([
    ['clearing', MINUTE_MS],
    ['refused', DAY_MS],
    ['asked', undefined],
    ['current', undefined],
    ['none', undefined],
  ] as const)('that holds what is %s looks after %s ms', (status, after) => {
    const due = listingShare.dueAt(aShare({ ours: oursIn.idle, theirs: theirsIn[status] }));
    expect(due).toBe(after === undefined ? undefined : plus(NOW, after));
  });

  it('begins a comparison when the last is a day old', () => {
    expect(passDue(aShare(), plus(NOW, DAY_MS - 1))).toBeUndefined();
    expect(passDue(aShare(), plus(NOW, DAY_MS))).toEqual({ list: 'team' });
    expect(passDue(aShare({ ours: oursIn.listing }), NOW)).toEqual(oursIn.listing.pass);
  });
});

describe('the lists of shares', () => {
  const listsOf = (state: ListingShareState) => listingShare.listings(state).map(({ list }) => list);
  it('hold it by partner, and while changes are told by the kinds that are shared', () => {
    const always = [listingShareList(), listingShareList({ partner: LANZHOU })];
    const telling = [listingShareList({ telling: 'team' }), listingShareList({ telling: 'package' })];
    expect(listsOf(aShare())).toEqual([...always, ...telling]);
    expect(listsOf(aShare({ ours: oursIn.paused }))).toEqual(always);
  });
});

describe('nothing', () => {
  it.each<ListingShareCommand>([
    WISH,
    { type: 'share', candidates: [] },
    droppedAll('ours'),
    { type: 'renew' },
    { type: 'clock-ran-out' },
    { type: 'receive-listings', from: LANZHOU, round: ROUND, upserts: [], withdrawals: [], complete: true },
    { type: 'message-failed', messageId: ROUND, city: LANZHOU, code: 'x', reason: { zh: '无', en: 'none' } },
  ])('is shared yet for $type', (command) => {
    expect(outcomeOf(listingShare.decide(undefined, command, circumstances()))).toBe('listing-share-not-found');
  });
});
