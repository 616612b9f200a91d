import { describe, expect, it } from 'vitest';
import { requesterBears } from '../../../console/src/parts/requester-bears.ts';
import { actsOn } from '../../../console/src/requests/acts-on.ts';
import { draftItem, freshItem } from '../../../console/src/requests/draft-values.ts';
import { fillOf } from '../../../console/src/requests/fill.ts';
import { pathedValues, valuesAt } from '../../../console/src/requests/pathed-values.ts';
import { isTaken, takenOf, toggled } from '../../../console/src/requests/picks.ts';
import { costsTyped, fundingTyped, proposed } from '../../../console/src/requests/taking.ts';
import { DraftItemSchema } from '../../../shared/domain/request/request-item.ts';

const NOW = '2026-07-15T00:00:00.000Z';
const POINT = { latitude: 36.6, longitude: 101.8, crs: 'CGCS2000', place: '集结点' } as const;

describe('an item as it is typed', () => {
  it('begins with what is known, and is one that the API takes once it says what for', () => {
    const item = draftItem({ ...freshItem(NOW, POINT, { kind: 'water-rescue' }), mission: '转移群众' });
    expect(DraftItemSchema.parse(item)).toMatchObject({
      kind: 'water-rescue',
      level: 2,
      quantity: 1,
      neededBy: '2026-07-15T06:00:00.000Z',
      neededUntil: '2026-07-18T00:00:00.000Z',
      reportingPoint: POINT,
      siteConditions: '',
      logistics: { meals: true, lodging: true, fuel: true },
    });
  });

  it('begins with what one came from looking for', () => {
    expect(freshItem(NOW, POINT, { kind: 'mine-rescue', level: 1 })).toMatchObject({ kind: 'mine-rescue', level: 1 });
    expect(freshItem(NOW, POINT, { kind: 'supplies', supply: '1030101' }).supply).toEqual({ code: '1030101' });
  });

  it('is WGS-84 where the reference system of the place is not known', () => {
    const item = draftItem({
      ...freshItem(NOW, undefined),
      reportingPoint: { latitude: 36, longitude: 101, place: '城东' },
    });
    expect(item.reportingPoint).toEqual({ latitude: 36, longitude: 101, place: '城东', crs: 'WGS-84' });
  });

  it('leaves out what does not belong to goods, and what was left empty', () => {
    const goods = draftItem({
      ...freshItem(NOW, POINT, { kind: 'supplies' }),
      mission: '安置',
      supply: { code: '1030101', unit: '床' },
      checkInMinutes: 30,
      costCeiling: undefined,
      logistics: { meals: false, notes: '' },
    });
    expect(goods).not.toHaveProperty('level');
    expect(goods).not.toHaveProperty('checkInMinutes');
    expect(goods).not.toHaveProperty('costCeiling');
    expect(goods.logistics).toEqual({ meals: false, lodging: false, fuel: false });
    expect(DraftItemSchema.parse(goods)).toMatchObject({ kind: 'supplies', level: 3 });
  });

  it('keeps the id by which a rewritten item is known, and leaves no supply with teams', () => {
    const itemId = '0190b000-0000-7000-8000-000000000401';
    const item = draftItem({ ...freshItem(NOW, POINT, { kind: 'medical-rescue' }), itemId, supply: {} });
    expect(item).toMatchObject({ itemId });
    expect(item).not.toHaveProperty('supply');
  });
});

describe('how far an item is filled', () => {
  const none = { itemId: '', needed: 4, answered: 0, requisitioned: 0, committed: 0, own: 0, tasked: 0, open: 4 };

  it.each([
    [{ ...none }, { sure: 0, own: 0, asked: 0 }],
    [
      { ...none, requisitioned: 2, committed: 1 },
      { sure: 0.25, own: 0, asked: 0.25 },
    ],
    [
      { ...none, committed: 1, requisitioned: 1, own: 1, tasked: 1 },
      { sure: 0.25, own: 0.5, asked: 0 },
    ],
    [
      { ...none, committed: 3, requisitioned: 5, own: 9 },
      { sure: 0.75, own: 0.25, asked: 0 },
    ],
  ])('%o is %o', (quantities, fill) => {
    expect(fillOf(quantities)).toEqual(fill);
  });
});

describe('what a request allows', () => {
  const request = { status: 'placed', deployments: [], requisitions: [], placements: [{}] } as never;
  const withDeployments = (...ended: boolean[]) =>
    ({ ...(request as object), deployments: ended.map((each) => ({ deploymentId: '', ended: each })) }) as never;

  it('is written and approved as a draft only', () => {
    const draft = actsOn({ ...(request as object), status: 'drafted' } as never);
    expect(draft).toMatchObject({
      revise: true,
      approve: true,
      sendBack: true,
      place: false,
      requisition: false,
      close: false,
    });
    expect(actsOn(request)).toMatchObject({
      revise: false,
      approve: false,
      sendBack: false,
      place: true,
      update: true,
    });
  });

  it('is neither cancelled nor closed while somebody is out', () => {
    expect(actsOn(withDeployments(true, false))).toMatchObject({ cancel: false, close: false, followUp: false });
    expect(actsOn(withDeployments(true, true))).toMatchObject({ cancel: true, close: true, followUp: true });
  });

  it('is not closed while a commitment is awaited, and followed up only if somebody came', () => {
    const awaiting = { ...(request as object), requisitions: [{ status: 'awaiting' }] } as never;
    expect(actsOn(awaiting)).toMatchObject({ close: false, followUp: false });
  });

  it('allows nothing once it is over', () => {
    for (const status of ['closed', 'cancelled']) {
      const acts = actsOn({ ...(request as object), status } as never);
      expect(Object.values(acts)).not.toContain(true);
    }
  });
});

describe('what is taken of a plan', () => {
  const plan = {
    items: [
      { itemId: 'a', chosen: [{ id: '1' }, { id: '2' }] },
      { itemId: 'b', chosen: [{ id: '1' }] },
    ],
  } as never;

  it('is all of it, until somebody leaves a candidate of one item out', () => {
    expect(takenOf(plan, [])).toMatchObject({
      isAll: true,
      taken: [{ id: '1' }, { id: '2' }, { itemId: 'b', id: '1' }],
    });
    const left = toggled([], 'a', '1');
    expect(isTaken(left, 'a', '1')).toBe(false);
    expect(isTaken(left, 'b', '1')).toBe(true);
    expect(takenOf(plan, left)).toMatchObject({
      isAll: false,
      taken: [
        { itemId: 'a', id: '2' },
        { itemId: 'b', id: '1' },
      ],
    });
    expect(takenOf(plan, toggled(left, 'a', '1')).isAll).toBe(true);
  });
});

describe('what is proposed to be requisitioned of an offer', () => {
  const team = (teamId: string) => ({ teamId, name: teamId, kind: 'water-rescue', level: 1, headcount: 9 }) as never;
  const lot = (stockId: string, quantity: number) =>
    ({ stockId, name: stockId, code: '1030101', unit: '床', quantity }) as never;

  it('is no more than is missing, nor than one requisition holds', () => {
    const teams = ['a', 'b', 'c', 'd', 'e', 'f'].map(team);
    expect(proposed({ teams }, 2)).toEqual({ teamIds: ['a', 'b'], stockIds: [] });
    expect(proposed({ teams }, 9).teamIds).toHaveLength(5);
  });

  it('is whole lots until there is enough', () => {
    expect(proposed({ teams: [], lots: [lot('x', 80), lot('y', 80), lot('z', 80)] }, 100)).toEqual({
      teamIds: [],
      stockIds: ['x', 'y'],
    });
  });

  it('says nothing of what was left empty', () => {
    expect(costsTyped({ personnel: 100, travel: undefined })).toEqual({ personnel: 100 });
    expect(fundingTyped({ fundCode: ' ', fundingInfo: ' 专项资金 ' })).toEqual({ fundingInfo: '专项资金' });
  });

  it('stands in the form where it stands in the body', () => {
    const values = pathedValues(['requisitions', 0], { reason: '快' });
    expect(values).toEqual({ requisitions: [{ reason: '快' }] });
    expect(valuesAt(['requisitions', 0], values)).toEqual({ reason: '快' });
    expect(valuesAt([], pathedValues([], { reason: '快' }))).toEqual({ reason: '快' });
  });
});

describe('what the side that asked bears', () => {
  it('is all, none or half of a category, as the agreement says', () => {
    const payment = {
      personnel: 'requesting-side',
      travel: 'shared-equally',
      equipment: 'assisting-side',
      commodities: 'requesting-side',
      other: 'requesting-side',
    } as const;
    expect(requesterBears({ personnel: 1000, travel: 501, equipment: 9000 }, payment)).toBe(1251);
  });
});
