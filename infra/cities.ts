import * as z from 'zod';
import { CityCodeSchema } from '../shared/domain/kernel/city-code.ts';
import { TextSchema } from '../shared/domain/kernel/text.ts';
import type { DutyRoom } from '../shared/exchange/duty-room.ts';
import { CONSOLE_CLIENT_ID } from './console/console-settings.ts';
import { MapSettingsSchema } from './console/map-settings.ts';

/** A city that runs a cell, wherever it runs it. */
const CityTakingPartSchema = z.strictObject({
  code: CityCodeSchema,
  /** The office partner cities ring; telephones here are fictional (all zeros after the area code). */
  dutyRoom: z.strictObject({ name: TextSchema, telephone: z.string().min(1) }),
  /** Entries of the registry that nobody has confirmed for so many days are stale. */
  staleAfterDays: z.int().min(1).max(3650).default(180),
});
export type CityTakingPart = z.infer<typeof CityTakingPartSchema>;

/** The cities of the reference deployment. */
export const CITIES_TAKING_PART: readonly CityTakingPart[] = z.array(CityTakingPartSchema).parse([
  {
    code: '630100',
    dutyRoom: {
      name: { zh: '西宁市应急管理局值班室（演示）', en: 'Xining Emergency Bureau duty room (demo)' },
      telephone: '+86 971 000 0001',
    },
  },
  {
    code: '620100',
    dutyRoom: {
      name: { zh: '兰州市应急管理局值班室（演示）', en: 'Lanzhou Emergency Bureau duty room (demo)' },
      telephone: '+86 931 000 0002',
    },
  },
  {
    code: '630200',
    dutyRoom: {
      name: { zh: '海东市应急管理局值班室（演示）', en: 'Haidong Emergency Bureau duty room (demo)' },
      telephone: '+86 972 000 0003',
    },
  },
  {
    code: '632500',
    dutyRoom: {
      name: { zh: '海南州应急管理局值班室（演示）', en: 'Hainan Prefecture Emergency Bureau duty room (demo)' },
      telephone: '+86 974 000 0004',
    },
  },
  {
    code: '632800',
    dutyRoom: {
      name: { zh: '海西州应急管理局值班室（演示）', en: 'Haixi Prefecture Emergency Bureau duty room (demo)' },
      telephone: '+86 977 000 0005',
    },
  },
]);

/**
 * @returns the city with that code.
 * @throws RangeError when it takes no part.
 */
const cityTakingPart = (code: string): CityTakingPart => {
  const city = CITIES_TAKING_PART.find((each) => each.code === code);
  if (city === undefined) throw new RangeError(`city ${code} takes no part`);
  return city;
};

/** @returns a city's duty room as its functions name it to others: one line, both languages. */
export const dutyRoomOf = (code: string): DutyRoom => {
  const { name, telephone } = cityTakingPart(code).dutyRoom;
  return { name: `${name.zh} ${name.en}`, telephone };
};

/** @returns after how many days without confirmation a city takes an entry of its registry for stale. */
export const staleAfterDaysIn = (code: string): number => cityTakingPart(code).staleAfterDays;

/** The AWS partitions the service can be deployed to. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

/** @returns the partition an AWS region belongs to; the region's name says it. */
export const partitionOf = (region: string): Partition => {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
};

/**
 * How messages get from one city's bus to another's: `bus`, a rule whose target is the other bus; `courier`, a function that
 * calls PutEvents at the other region's endpoint under a role assumed in the other city.
 */
export type LinkKind = 'bus' | 'courier';

/**
 * @returns the adapter for a pair of regions. EventBridge takes a bus of another region as target between commercial regions
 * only; AWS documents cross-region buses as unavailable in China and GovCloud.
 */
export const linkBetween = (from: string, to: string): LinkKind =>
  from === to || (partitionOf(from) === 'aws' && partitionOf(to) === 'aws') ? 'bus' : 'courier';

/** A page's origin, as browsers name it. */
const OriginSchema = z
  .string()
  .regex(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/, 'an origin such as https://console.example.org');

/** Where a city's people open the console. */
const ConsolePlacementSchema = z
  .strictObject({
    /** Its own domain; in China one that is filed (ICP), without which there is no distribution there. */
    domain: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as console.example.org')
      .optional(),
    /** Its certificate: the ARN of one of the Certificate Manager in us-east-1; in China the id of one of IAM. */
    certificate: z.string().min(1).optional(),
    /** Origins besides the domain whose pages may call the API: CloudFront's own name, a reverse proxy of the city's. */
    origins: z.array(OriginSchema).default([]),
    /** Origins besides the issuer's that sign people in. */
    connectsTo: z.array(OriginSchema).default([]),
    /** Origins of maps that the page shows. */
    maps: z.array(OriginSchema).default([]),
    map: MapSettingsSchema.optional(),
  })
  .refine(
    ({ domain, certificate }) => (domain === undefined) === (certificate === undefined),
    'a domain has a certificate, and a certificate a domain',
  );
export type ConsolePlacement = z.infer<typeof ConsolePlacementSchema>;

/** Where one city's cell is deployed. */
const PlacementSchema = z.strictObject({
  city: CityCodeSchema.refine((code) => CITIES_TAKING_PART.some((city) => city.code === code), 'takes no part'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as cn-northwest-1'),
  /** Twelve digits; left out where all cells share the account the CDK is run with. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'an AWS account has twelve digits')
    .optional(),
  /** ARN of a KMS key (ECC_NIST_P256, SIGN_VERIFY) that the city signs with instead of the one its stack made: after a rotation. */
  signingKeyArn: z
    .string()
    .regex(/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/, 'the ARN of a KMS key')
    .optional(),
  /** Without it there is no console beside the cell, and no page of another origin may call the API. */
  console: ConsolePlacementSchema.optional(),
});
export type Placement = z.infer<typeof PlacementSchema>;

/** @returns the origins whose pages may call a city's API. */
export const consoleOriginsOf = ({ console: placement }: Pick<Placement, 'console'>): readonly string[] =>
  placement === undefined
    ? []
    : [...(placement.domain === undefined ? [] : [`https://${placement.domain}`]), ...placement.origins];

/** @returns where the console is put behind CloudFront, if it is: in China only under a filed domain. */
export const siteOf = ({
  console: placement,
  region,
}: Pick<Placement, 'console' | 'region'>): ConsolePlacement | undefined =>
  partitionOf(region) === 'aws-cn' && placement?.domain === undefined ? undefined : placement;

const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** One deployment of several cells that are linked to one another. */
export const ProfileSchema = z
  .strictObject({
    placements: z.array(PlacementSchema).min(1),
    /** Issuer of the access tokens that the APIs accept. `-c issuer=…` overrides it. */
    issuer: z.url(),
    /** As what the issuer knows the console: a public client with PKCE. */
    consoleClientId: z.string().min(1).default(CONSOLE_CLIENT_ID),
    /** Deployed to an emulator of AWS: what emulators lack is left out (see emulator-omissions.ts), data is not kept on deletion. */
    emulated: z.boolean(),
  })
  .refine(({ placements }) => distinct(placements.map((placement) => placement.city)), 'a city has one placement')
  .refine(
    ({ placements }) => new Set(placements.map((placement) => partitionOf(placement.region))).size === 1,
    'cities of one profile share a partition: no role can be assumed from one partition into another',
  )
  .refine(
    ({ placements }) => new Set(placements.map((placement) => placement.account === undefined)).size === 1,
    'either every city names its account or none does',
  )
  .refine(
    ({ issuer, emulated }) => emulated || issuer.startsWith('https://'),
    'the gateway asks issuers for their keys by https only',
  );
export type Profile = z.infer<typeof ProfileSchema>;

const FICTIONAL_ISSUER = 'https://id.example.org/shouwang';

/** The deployments that `-c profile=NAME` chooses from. Add yours here. */
export const PROFILES = z.record(z.string(), ProfileSchema).parse({
  commercial: {
    issuer: FICTIONAL_ISSUER,
    emulated: false,
    placements: [
      {
        city: '630100',
        region: 'ap-southeast-1',
        console: {
          domain: 'xining.shouwang.example.org',
          certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/0190b000-0000-7000-8000-000000000001',
        },
      },
      { city: '620100', region: 'ap-northeast-1', console: {} },
      { city: '630200', region: 'ap-southeast-1' },
      { city: '632500', region: 'ap-southeast-1' },
      { city: '632800', region: 'ap-northeast-1' },
    ],
  },
  china: {
    issuer: FICTIONAL_ISSUER,
    emulated: false,
    placements: [
      {
        city: '630100',
        region: 'cn-northwest-1',
        console: { domain: 'xining.shouwang.example.cn', certificate: 'ASCAEXAMPLE1234567890' },
      },
      { city: '620100', region: 'cn-north-1' },
      { city: '630200', region: 'cn-northwest-1' },
      { city: '632500', region: 'cn-northwest-1' },
      { city: '632800', region: 'cn-north-1', console: { origins: ['https://duty.haixi.example.cn'] } },
    ],
  },
  emulator: {
    issuer: FICTIONAL_ISSUER,
    emulated: true,
    placements: [
      { city: '630100', region: 'cn-northwest-1' },
      { city: '620100', region: 'cn-north-1' },
      { city: '630200', region: 'cn-northwest-1' },
    ],
  },
});

/**
 * @returns the profile of that name.
 * @throws RangeError naming the known ones when there is none.
 */
export const profileNamed = (name: string): Profile => {
  const profile = PROFILES[name];
  if (profile === undefined) {
    throw new RangeError(`no profile "${name}"; there are ${Object.keys(PROFILES).join(', ')}`);
  }
  return profile;
};
