import { beforeAll, describe, expect, it } from 'vitest';
import { loadSayInPinyin } from '../../../shared/data/lookup/say-in-pinyin.ts';
import { factsOf } from '../../../shared/domain/lookup/facts.ts';
import { type SayInPinyin, saidShare, saidText, sayRuns, soughtSound } from '../../../shared/domain/lookup/pinyin.ts';
import { placeOf, toPlaceKey } from '../../../shared/domain/lookup/place-key.ts';
import { fromSummary, toSummary } from '../../../shared/domain/lookup/summary.ts';
import { termsOf } from '../../../shared/domain/lookup/terms.ts';
import { indexKeysOf, TOKENS } from '../../../shared/domain/lookup/tokens.ts';
import { indexedPairs, runsOf, soughtPairs } from '../../../shared/domain/lookup/words.ts';
import { entryOf } from '../../builders/registry/entry-of.ts';
import { aRegistry } from '../../builders/registry-entries.ts';

let say: SayInPinyin;
beforeAll(async () => {
  say = await loadSayInPinyin();
});

describe('words', () => {
  it.each([
    ['Ｗater　RESCUE', ['water', 'rescue']],
    ['移动ＣＴ-2型', ['移动', 'ct', '2', '型']],
    ['“滑坡”、监测。', ['滑坡', '监测']],
    ['！？', []],
  ])('of %s are told apart by script, whatever their width and case', (text, words) => {
    expect(runsOf(text).map(({ text: word }) => word)).toEqual(words);
  });

  it('are found by pairs, for which more is looked than is kept', () => {
    for (const entry of aRegistry())
      for (const { script, text } of runsOf(entry.name)) {
        if (script !== 'han') continue;
        const sought = new Set(soughtPairs(text));
        expect(indexedPairs(text).every((pair) => sought.has(pair) || text.length === 1)).toBe(true);
        expect(text.length < 2 || indexedPairs(text).length > 0, text).toBe(true);
      }
  });

  it('beyond the basic plane are not torn apart', () => {
    expect(soughtPairs('𠀀𠀁好')).toEqual(expect.arrayContaining(['𠀀𠀁', '𠀁好']));
  });

  it.each([
    ['水域救援', TOKENS.resourceKind('water-rescue')],
    ['landslides', TOKENS.hazard('geological')],
    ['Mine Rescue', TOKENS.resourceKind('mine-rescue')],
    ['危化品', TOKENS.resourceKind('chemical-rescue')],
  ])('such as %s name what the service has a code for', (query, token) => {
    const named = termsOf(query).flatMap(({ namings }) => namings.map(({ concept }) => concept.token));
    expect(named).toContain(token);
  });

  it('name nothing by a part of a longer word', () => {
    expect(termsOf('minesweeper').flatMap(({ namings }) => namings)).toEqual([]);
  });
});

describe('the sound of words', () => {
  const saidIn = (text: string, ofPerson = false) =>
    saidText(sayRuns(text, say, ofPerson).map(({ syllables }) => syllables));

  it.each([
    ['dzzh', '地质灾害防治'],
    ['zzh', '地质灾害防治'],
    ['dizhizaihai', '地质灾害防治'],
    ['zaihai', '地质灾害防治'],
    ['lvchang', '吕长江'],
    ['sls', '单立山'],
  ])('%s is heard in %s', (letters, text) => {
    expect(saidShare(letters, saidIn(text, text.startsWith('单')))).toBeGreaterThan(0.5);
  });

  it.each([
    ['izhi', '地质灾害'],
    ['dzhz', '地质灾害'],
    ['dizai', '地质灾害'],
    ['x', ''],
  ])('%s is not heard in %s', (letters, text) => {
    expect(saidShare(letters, saidIn(text))).toBe(0);
  });

  it('is better heard at the beginning than within, and best as a whole', () => {
    const share = (letters: string) => saidShare(letters, saidIn('滑坡监测'));
    expect(share('hpjc')).toBeGreaterThan(share('hpj'));
    expect(share('huapo')).toBeGreaterThan(share('jiance'));
  });

  it.each([
    ['xian', ['xian'], ['xa']],
    ['huapojiance', ['huapo', 'pojian', 'jiance'], ['hpj', 'pjc']],
    ['hpjc', [], ['hpj', 'pjc']],
  ])('of %s is looked for in few lists', (letters, pinyin, initials) => {
    const sound = soughtSound(letters);
    expect(sound.pinyin).toEqual(expect.arrayContaining(pinyin));
    expect(sound.initials).toEqual(expect.arrayContaining(initials));
    expect(sound.pinyin.length + sound.initials.length).toBeLessThanOrEqual(12);
  });

  it.each(['rescue', 'a', '120', 'ü', 'z'.repeat(31)])('of %s is not looked for at all', (letters) => {
    expect(soughtSound(letters)).toEqual({ pinyin: [], initials: [] });
  });
});

describe('an entry', () => {
  it('tells the same by its posting rows, its place to some hundred metres', () => {
    for (const entry of aRegistry()) {
      const facts = factsOf(entry);
      const key = toPlaceKey({ kind: entry.kind, place: placeOf(entry.position), id: entry.id, source: 'own' });
      const { point, ...told } = fromSummary(toSummary(facts), key);
      const { point: exact, ...same } = facts;
      expect(told).toEqual(same);
      expect(Math.abs(point.latitude - exact.latitude)).toBeLessThan(0.001);
      expect(Math.abs(point.longitude - exact.longitude)).toBeLessThan(0.002);
    }
  });

  it('stands in a bounded number of lists, however much is written of it', () => {
    const long = '抢险救灾排水供电通信医疗消防潜水打捞破拆山地搜救'.repeat(80);
    const entry = entryOf({
      kind: 'agency',
      city: '630100',
      name: '话多的单位',
      words: Array.from({ length: 100 }, () => long),
    });
    expect(indexKeysOf(entry, say).tokens.length).toBeLessThan(200);
    expect(indexKeysOf(entry, say).tokens).toContain(TOKENS.word('单位'));
  });
});
