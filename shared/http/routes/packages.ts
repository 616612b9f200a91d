import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { PackageOfferTermsSchema } from '../../domain/offer/offer-commands.ts';
import { PackageDetailsSchema } from '../../domain/package/package-details.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { ResourceKindSchema } from '../../domain/vocabulary/resource-kinds.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import { OfferViewSchema } from '../views/offer.ts';
import { PackageListEntrySchema, PackageNowSchema, PackageViewSchema } from '../views/package.ts';

const params = z.strictObject({ packageId: z.uuid() });

/** Of each package of a page all teams, equipment and vehicles are read: a page is a Query and a few BatchGetItem. */
const PAGE = { ...pageQuery, limit: z.coerce.number().int().min(1).max(30).default(15) };

const PackageQuerySchema = z
  .strictObject({
    kind: ResourceKindSchema.optional(),
    hazard: HazardSchema.optional(),
    /** A team that is part of it. */
    team: z.uuid().optional(),
    /** Leaves out packages that cannot be had for the period; pages may then be shorter than `limit` and still have a next one. */
    available: z.enum(['true']).optional(),
    /** The period that `condition` is about; now unless given. */
    from: InstantSchema.optional(),
    until: InstantSchema.optional(),
    ...PAGE,
  })
  .refine(({ kind, hazard, team }) => [kind, hazard, team].filter((one) => one !== undefined).length <= 1, {
    path: ['kind'],
    ...refinement({ zh: '类别、灾种、队伍只能选其一', en: 'look up by one of kind, hazard and team' }),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    ...refinement({ zh: '结束时间不得早于开始时间', en: 'the period must not end before it begins' }),
  });
export type PackageQuery = z.infer<typeof PackageQuerySchema>;

/** Mission-ready packages. */
export const packageRoutes = {
  listPackages: route({
    operationId: 'listPackages',
    method: 'GET',
    path: '/v1/packages',
    tag: 'packages',
    summary: {
      zh: '按类别、灾种或队伍查询任务包；三者都不选时含已撤销的',
      en: 'List mission-ready packages by kind, hazard or team; retired ones only where none is named',
    },
    access: READERS,
    query: PackageQuerySchema,
    success: { status: 200, body: pageOf(PackageListEntrySchema) },
  }),
  definePackage: route({
    operationId: 'definePackage',
    method: 'POST',
    path: '/v1/packages',
    tag: 'packages',
    summary: {
      zh: '编制任务包：所列装备和车辆自此归该任务包专用',
      en: 'Define a mission-ready package: the equipment and vehicles it names are kept for it from then on',
    },
    access: REGISTRARS,
    body: PackageDetailsSchema,
    success: { status: 201, body: PackageViewSchema },
  }),
  readPackage: route({
    operationId: 'readPackage',
    method: 'GET',
    path: '/v1/packages/{packageId}',
    tag: 'packages',
    summary: {
      zh: '查看任务包，以及此刻能否派出、缺什么',
      en: 'Read a mission-ready package, and whether it can be had now, or what is missing',
    },
    access: READERS,
    params,
    success: { status: 200, body: PackageNowSchema },
  }),
  changePackage: route({
    operationId: 'changePackage',
    method: 'PUT',
    path: '/v1/packages/{packageId}',
    tag: 'packages',
    summary: {
      zh: '更改任务包，并按队伍现状更新类别、等级和位置',
      en: 'Change a mission-ready package; kind, level and place are taken from its teams anew',
    },
    access: REGISTRARS,
    params,
    body: PackageDetailsSchema,
    ifMatch: 'required',
    success: { status: 200, body: PackageViewSchema },
  }),
  confirmPackage: route({
    operationId: 'confirmPackage',
    method: 'POST',
    path: '/v1/packages/{packageId}/confirmations',
    tag: 'packages',
    summary: { zh: '确认任务包无误', en: 'Confirm that a mission-ready package is right as it is' },
    access: REGISTRARS,
    params,
    ifMatch: 'optional',
    success: { status: 200, body: PackageViewSchema },
  }),
  retirePackage: route({
    operationId: 'retirePackage',
    method: 'POST',
    path: '/v1/packages/{packageId}/retirement',
    tag: 'packages',
    summary: {
      zh: '撤销任务包，归还其装备和车辆',
      en: 'Retire a mission-ready package; its equipment and vehicles are free again',
    },
    access: REGISTRARS,
    params,
    body: z.strictObject({ reason: wordsSchema(500) }),
    ifMatch: 'optional',
    success: { status: 200, body: PackageViewSchema },
  }),
  offerPackage: route({
    operationId: 'offerPackage',
    method: 'POST',
    path: '/v1/packages/{packageId}/offers',
    tag: 'packages',
    summary: {
      zh: '以任务包主动提供支援：队伍、费用、预计时间均取自任务包',
      en: 'Offer a mission-ready package unasked: teams, costs and estimated times are taken from it',
    },
    access: STEERING,
    params,
    body: PackageOfferTermsSchema,
    success: { status: 201, body: OfferViewSchema },
  }),
} as const;
