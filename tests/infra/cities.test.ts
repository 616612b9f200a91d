import { describe, expect, test } from 'vitest';
import {
  CITIES_TAKING_PART,
  dutyRoomOf,
  linkBetween,
  PROFILES,
  ProfileSchema,
  partitionOf,
  profileNamed,
  staleAfterDaysIn,
} from '../../infra/cities.ts';
import { CITIES } from '../../shared/reference/cities.ts';

describe('who takes part', () => {
  test('the cities of the reference deployment, each known to the reference data', () => {
    expect(CITIES_TAKING_PART.map(({ code }) => code).toSorted()).toEqual(CITIES.map(({ code }) => code).toSorted());
  });

  test('telephones that ring nowhere', () => {
    for (const { code } of CITIES_TAKING_PART) {
      expect(dutyRoomOf(code).telephone).toMatch(/^\+86 \d{3} 000 000\d$/);
    }
  });

  test('duty rooms are named in both languages', () => {
    expect(dutyRoomOf('630100').name).toBe('西宁市应急管理局值班室（演示） Xining Emergency Bureau duty room (demo)');
    expect(() => dutyRoomOf('110000')).toThrow('takes no part');
  });

  test('entries of their registries are stale after half a year, unless a city says otherwise', () => {
    expect(CITIES_TAKING_PART.map(({ code }) => staleAfterDaysIn(code))).toEqual(CITIES_TAKING_PART.map(() => 180));
  });
});

describe('links', () => {
  test.each([
    ['ap-southeast-1', 'ap-southeast-1', 'bus'],
    ['ap-southeast-1', 'eu-central-1', 'bus'],
    ['cn-north-1', 'cn-north-1', 'bus'],
    ['cn-north-1', 'cn-northwest-1', 'courier'],
    ['us-gov-west-1', 'us-gov-east-1', 'courier'],
    ['us-gov-west-1', 'us-gov-west-1', 'bus'],
  ])('from %s to %s go by %s', (from, to, kind) => {
    expect(linkBetween(from, to)).toBe(kind);
    expect(linkBetween(to, from)).toBe(kind);
  });

  test.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['us-east-1', 'aws'],
  ])('%s is in %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });
});

describe('profiles', () => {
  const profile = (placements: readonly object[], rest: object = {}) =>
    ProfileSchema.safeParse({ placements, issuer: 'https://id.example.org', emulated: false, ...rest });

  test('commercial and China regions, with links of both kinds between them', () => {
    const kinds = (name: string) =>
      new Set(
        profileNamed(name).placements.flatMap((from, _, all) => all.map((to) => linkBetween(from.region, to.region))),
      );
    expect(kinds('commercial')).toEqual(new Set(['bus']));
    expect(kinds('china')).toEqual(new Set(['bus', 'courier']));
    expect(kinds('emulator')).toEqual(new Set(['bus', 'courier']));
  });

  test('an unknown one is refused with the names of the known', () => {
    expect(() => profileNamed('moon')).toThrow(Object.keys(PROFILES).join(', '));
  });

  test.each([
    ['a city that takes no part', [{ city: '110000', region: 'cn-north-1' }], 'takes no part'],
    [
      'a city twice',
      [
        { city: '630100', region: 'cn-north-1' },
        { city: '630100', region: 'cn-northwest-1' },
      ],
      'one placement',
    ],
    [
      'cities in two partitions',
      [
        { city: '630100', region: 'cn-north-1' },
        { city: '620100', region: 'eu-west-1' },
      ],
      'share a partition',
    ],
    [
      'an account for some and none for others',
      [
        { city: '630100', region: 'cn-north-1', account: '111122223333' },
        { city: '620100', region: 'cn-north-1' },
      ],
      'names its account or none',
    ],
    ['an account that is none', [{ city: '630100', region: 'cn-north-1', account: '12' }], 'twelve digits'],
    ['a region that is none', [{ city: '630100', region: 'xining' }], 'AWS region'],
  ])('%s is refused', (_, placements, reason) => {
    const parsed = profile(placements);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain(reason);
  });

  test('an issuer without TLS is good enough for an emulator only', () => {
    const placements = [{ city: '630100', region: 'cn-north-1' }];
    expect(profile(placements, { issuer: 'http://127.0.0.1:1/oidc' }).success).toBe(false);
    expect(profile(placements, { issuer: 'http://127.0.0.1:1/oidc', emulated: true }).success).toBe(true);
  });
});
