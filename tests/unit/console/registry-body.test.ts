import { describe, expect, it } from 'vitest';
import { bodyOf, valueAt } from '../../../console/src/registry/body.ts';
import { isFound, queryOf, searchWith } from '../../../console/src/registry/list-query.ts';

describe('the body of what was entered', () => {
  it('is without what was left empty, and keeps what is nothing but false or 0', () => {
    expect(
      bodyOf({
        name: ' 水上救援队 ',
        nameEn: '',
        model: null,
        inspection: { authority: '', number: undefined },
        base: { place: '西宁', latitude: 0 },
        groupLead: false,
        equipment: [],
      }),
    ).toEqual({
      name: '水上救援队',
      base: { place: '西宁', latitude: 0 },
      groupLead: false,
      equipment: [],
    });
  });

  it('is an object although nothing was entered', () => {
    expect(bodyOf({ name: '' })).toEqual({});
  });

  it('is looked into by paths that lead through lists', () => {
    const body = { shifts: [{ lead: { name: '马示例' } }] };
    expect(valueAt(body, ['shifts', 0, 'lead', 'name'])).toBe('马示例');
    expect(valueAt(body, ['shifts', 1, 'lead', 'name'])).toBeUndefined();
    expect(valueAt(body, ['shifts', 0, 'lead', 'name', 'length'])).toBeUndefined();
  });
});

describe('the conditions of a list', () => {
  const label = { zh: '条件', en: 'Condition' };
  const filters = [
    { name: 'kind', label, instead: ['team'] },
    { name: 'team', label, instead: ['kind'] },
  ];

  it('are those of the address that the list knows', () => {
    expect(queryOf(filters, new URLSearchParams('kind=water-rescue&team=&other=1'))).toEqual({ kind: 'water-rescue' });
  });

  it('take the place of those that the API does not take with them', () => {
    const search = searchWith(filters, new URLSearchParams('kind=water-rescue'), { name: 'team', value: 't1' });
    expect(search.toString()).toBe('team=t1');
    expect(searchWith(filters, search, { name: 'team', value: undefined }).toString()).toBe('');
  });

  it('find an entry by all of the words that are looked for, wherever they stand', () => {
    const entry = { name: '西宁Ａ队', base: { place: '城东区' }, hazards: ['flood'], headcount: 12 };
    expect(isFound(entry, ' ')).toBe(true);
    expect(isFound(entry, 'a队 城东')).toBe(true);
    expect(isFound(entry, 'a队 城西')).toBe(false);
    expect(isFound(entry, '12')).toBe(false);
  });
});
