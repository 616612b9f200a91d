import * as z from 'zod';
import { ASSET_KINDS, type AssetKind } from '../../domain/asset/asset-kind.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import { assetIdName, assetViewSchema, idShape } from '../views/asset.ts';

/** What the routes of equipment and those of vehicles differ in. */
interface AssetArea<K extends AssetKind, S extends z.ZodRawShape> {
  /** After `/v1/`; the tag of its operations as well. */
  readonly area: 'equipment' | 'vehicles';
  /** In names of operations: of one, and of many. */
  readonly one: 'Equipment' | 'Vehicle';
  readonly many: 'Equipment' | 'Vehicles';
  readonly kind: K;
  readonly details: z.ZodObject<S>;
  readonly category: z.ZodType<string, string>;
}

const reasoned = z.strictObject({ reason: wordsSchema(500) });
const ofDeployment = z.strictObject({ deploymentId: z.uuid() });

/** Each entry of a page is read itself, so that a page is one Query and one BatchGetItem of at most this many. */
const PAGE = { ...pageQuery, limit: z.coerce.number().int().min(1).max(100).default(50) };

const querySchema = (category: z.ZodType<string, string>) =>
  z
    .strictObject({
      category: category.optional(),
      /** A team that has it in keeping. */
      team: z.uuid().optional(),
      /** Only what can be had for the period and is in no package; pages may then be shorter than `limit` and still have a next one. */
      available: z.enum(['true']).optional(),
      /** The period that `condition` is about; now unless given. */
      from: InstantSchema.optional(),
      until: InstantSchema.optional(),
      ...PAGE,
    })
    .refine(({ category: ofCategory, team }) => ofCategory === undefined || team === undefined, {
      path: ['team'],
      ...refinement({ zh: '类别和队伍只能选其一', en: 'look up by category or by team, not by both' }),
    })
    .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
      path: ['until'],
      ...refinement({ zh: '结束时间不得早于开始时间', en: 'the period must not end before it begins' }),
    });
export type AssetQuery = z.infer<ReturnType<typeof querySchema>>;

/** @returns the routes of a registry of equipment or of vehicles. */
export const assetRoutes = <K extends AssetKind, S extends z.ZodRawShape>({
  area,
  one,
  many,
  kind,
  details,
  category,
}: AssetArea<K, S>) => {
  const { zh, en } = ASSET_KINDS[kind];
  const params = z.strictObject(idShape(kind));
  const view = assetViewSchema(kind, details).meta({ id: `${one}Record` });
  const answered = { status: 200, body: view } as const;
  const path = `/v1/${area}`;
  const onePath = `${path}/{${assetIdName(kind)}}`;
  const command = { method: 'POST', tag: area, params, ifMatch: 'optional', success: answered } as const;
  return {
    list: route({
      operationId: `list${many}`,
      method: 'GET',
      path,
      tag: area,
      summary: {
        zh: `按类别、队伍、可用情况查询${zh}；三者都不选时含已撤销登记的`,
        en: `List ${area} by category, team and availability; retired ones only where none is named`,
      },
      access: READERS,
      query: querySchema(category),
      success: { status: 200, body: pageOf(view) },
    }),
    register: route({
      operationId: `register${one}`,
      method: 'POST',
      path,
      tag: area,
      summary: { zh: `登记${zh}`, en: `Register ${en}` },
      access: REGISTRARS,
      body: details,
      success: { status: 201, body: view },
    }),
    read: route({
      operationId: `read${one}`,
      method: 'GET',
      path: onePath,
      tag: area,
      summary: { zh: `查看${zh}`, en: `Read ${en}` },
      access: READERS,
      params,
      success: answered,
    }),
    change: route({
      operationId: `change${one}`,
      method: 'PUT',
      path: onePath,
      tag: area,
      summary: { zh: `更改${zh}登记`, en: `Change what is registered of ${en}` },
      access: REGISTRARS,
      params,
      body: details,
      ifMatch: 'required',
      success: answered,
    }),
    setAvailability: route({
      operationId: `set${one}Availability`,
      method: 'PUT',
      path: `${onePath}/availability`,
      tag: area,
      summary: { zh: `设定${zh}的可用与不可用时段`, en: `Set the periods in which ${en} is or is not available` },
      access: REGISTRARS,
      params,
      body: z.strictObject({ periods: z.array(AvailabilityPeriodSchema).max(100) }),
      ifMatch: 'required',
      success: answered,
    }),
    confirm: route({
      ...command,
      operationId: `confirm${one}`,
      path: `${onePath}/confirmations`,
      summary: { zh: `确认${zh}登记无误`, en: `Confirm that what is registered of ${en} is right` },
      access: REGISTRARS,
    }),
    reportRepair: route({
      ...command,
      operationId: `report${one}Repair`,
      path: `${onePath}/repair`,
      summary: {
        zh: `登记${zh}送修：修复前不可用`,
        en: `Report ${en} under repair: it cannot be had until it is back`,
      },
      access: REGISTRARS,
      body: reasoned,
    }),
    reportRepaired: route({
      ...command,
      operationId: `report${one}Repaired`,
      path: `${onePath}/repair-end`,
      summary: { zh: `登记${zh}修复`, en: `Report ${en} back from repair` },
      access: REGISTRARS,
    }),
    commit: route({
      ...command,
      operationId: `send${one}OnMission`,
      path: `${onePath}/commitment`,
      summary: {
        zh: `将${zh}用于本市的一项派遣，至其返程；派遣延长后再次登记`,
        en: `Give ${en} to a deployment of this city until it leaves for home; again to take over a new end`,
      },
      access: STEERING,
      body: ofDeployment,
    }),
    releaseCommitment: route({
      ...command,
      operationId: `takeBack${one}`,
      path: `${onePath}/commitment-end`,
      summary: { zh: `登记${zh}自派遣归还`, en: `Take ${en} back from a deployment` },
      access: STEERING,
      body: ofDeployment,
    }),
    retire: route({
      ...command,
      operationId: `retire${one}`,
      path: `${onePath}/retirement`,
      summary: { zh: `撤销${zh}登记`, en: `Retire ${en}` },
      access: REGISTRARS,
      body: reasoned,
    }),
  } as const;
};
