import { describe, expect, it } from 'vitest';
import { decisionOf } from '../../../console/src/received/answer-values.ts';
import { mayAnswer, mayArchive, mayWithdraw } from '../../../console/src/received/received-acts.ts';

type View = Parameters<typeof mayWithdraw>[0];
type Asked = View['items'][number];
type Requisition = View['requisitions'][number];

const ITEM = 'item-1';
const asked = (progress: Asked['progress'], messageId?: string): Asked =>
  ({ item: { itemId: ITEM }, progress, ...(messageId === undefined ? {} : { given: { messageId } }) }) as Asked;
const requisition = (status: Requisition['status']): Requisition =>
  ({ status, requisition: { itemId: ITEM } }) as Requisition;
const view = (overrides: Partial<View> = {}): View => ({
  status: 'received',
  items: [],
  requisitions: [],
  declines: [],
  ...overrides,
});

describe('what a duty room may do with a received request', () => {
  it.each([
    ['an item that waits', view(), asked('unanswered'), true],
    ['an item that is late', view({ status: 'lapsed' }), asked('overdue'), true],
    ['an item that is answered', view({ status: 'answered' }), asked('answered', 'm'), false],
    ['an item taken up from an offer', view({ requisitions: [requisition('pending')] }), asked('unanswered'), false],
    ['any item of what was cancelled', view({ status: 'cancelled' }), asked('unanswered'), false],
    ['any item once they take no more', view({ declines: [{}] as never }), asked('unanswered'), false],
  ])('answer %s', (_, state, item, may) => {
    expect(mayAnswer(state, item)).toBe(may);
  });

  it.each([
    ['nothing of it is requisitioned', [], true],
    ['its requisition was refused', [requisition('refused')], true],
    ['it is requisitioned', [requisition('pending')], false],
    ['it is committed', [requisition('committed')], false],
  ] as const)('withdraw an answer when %s', (_, requisitions, may) => {
    expect(mayWithdraw(view({ items: [asked('answered', 'm')], requisitions: [...requisitions] }), 'm')).toBe(may);
  });

  it('archive what has ended, once', () => {
    expect((['committed', 'concluded', 'lapsed', 'archived'] as const).map((status) => mayArchive({ status }))).toEqual(
      [false, true, true, false],
    );
  });
});

describe('what is sent of what was entered for an item', () => {
  const entry = {
    teamIds: ['t'],
    estimatedDeparture: '2026-10-01T00:00:00.000Z',
    estimatedArrival: '2026-10-01T02:00:00.000Z',
    costs: { personnel: 100, travel: undefined as never },
    reason: 'because',
  };

  it('is the promise, without a reason, where it is accepted', () => {
    const { reason: _, costs: __, ...rest } = entry;
    expect(decisionOf(ITEM, { response: 'accept', ...entry })).toEqual({
      response: 'accept',
      itemId: ITEM,
      ...rest,
      costs: { personnel: 100 },
    });
  });

  it('is nothing but the reason where it is declined', () => {
    expect(decisionOf(ITEM, { response: 'decline', ...entry })).toEqual({
      response: 'decline',
      itemId: ITEM,
      reason: 'because',
    });
  });

  it('names goods only where goods are chosen', () => {
    const lots = [{ stockId: 's', quantity: 3 }];
    expect(decisionOf(ITEM, { response: 'provisional', ...entry, teamIds: [], lots })).toMatchObject({
      lots,
      reason: 'because',
    });
    expect(decisionOf(ITEM, { response: 'accept', ...entry, lots: [] })).not.toHaveProperty('lots');
  });
});
