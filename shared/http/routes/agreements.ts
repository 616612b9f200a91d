import * as z from 'zod';
import { AgreementCardSchema } from '../../domain/agreement/agreement-listings.ts';
import { AgreementStatusSchema } from '../../domain/agreement/agreement-state.ts';
import { AgreementTermsSchema } from '../../domain/agreement/agreement-terms.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { ANY_ROLE, READERS, type Role } from '../roles.ts';
import { type RouteContract, route } from '../route.ts';
import { AgreementViewSchema, CityKeyViewSchema } from '../views/agreement.ts';
import { TypedFingerprintSchema } from '../views/agreement-fingerprint.ts';

/** Who may sign what binds the city. */
const SIGNATORIES: readonly Role[] = ['representative'];

const params = z.strictObject({ agreementId: z.uuid() });
const amendmentParams = params.extend({ amendmentId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(2000) });
const declared = reasoned.extend({ number: wordsSchema(100) });

/** A P-256 public key. */
const PublicJwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
});

interface Act<P extends z.ZodType, B extends z.ZodType> {
  readonly operationId: string;
  /** Below the agreement's own address. */
  readonly below: string;
  readonly summary: Text;
  readonly params: P;
  readonly body: B;
  readonly access?: readonly Role[];
}

/** Something done to an agreement there is; answered with the agreement after it. */
const act = <P extends z.ZodType, B extends z.ZodType>({
  below,
  access = SIGNATORIES,
  ...rest
}: Act<P, B>): RouteContract<P, z.ZodType, B, typeof AgreementViewSchema> =>
  route({
    ...rest,
    method: 'POST',
    path: `/v1/agreements/{agreementId}${below}`,
    tag: 'agreements',
    access,
    ifMatch: 'optional',
    success: { status: 200, body: AgreementViewSchema },
  });

/** Mutual-aid agreements: signed in peace time by the representatives of two cities, who compare fingerprints by telephone. */
export const agreementRoutes = {
  listAgreements: route({
    operationId: 'listAgreements',
    method: 'GET',
    path: '/v1/agreements',
    tag: 'agreements',
    summary: {
      zh: '按伙伴城市、状态查询协议，新的在前',
      en: 'List agreements by partner city and status, newest first',
    },
    access: READERS,
    query: z.strictObject({
      partner: CityCodeSchema.optional(),
      status: AgreementStatusSchema.optional(),
      ...pageQuery,
    }),
    success: { status: 200, body: pageOf(AgreementCardSchema) },
  }),
  readAgreement: route({
    operationId: 'readAgreement',
    method: 'GET',
    path: '/v1/agreements/{agreementId}',
    tag: 'agreements',
    summary: { zh: '查看协议', en: 'Read an agreement' },
    access: READERS,
    params,
    success: { status: 200, body: AgreementViewSchema },
  }),
  readKeys: route({
    operationId: 'readKeys',
    method: 'GET',
    path: '/v1/keys',
    tag: 'agreements',
    summary: {
      zh: '查看本市签名公钥及其指纹，供电话核对',
      en: "Read this city's public key and its fingerprint, to be read out on the telephone",
    },
    access: ANY_ROLE,
    success: { status: 200, body: CityKeyViewSchema },
  }),
  proposeAgreement: route({
    operationId: 'proposeAgreement',
    method: 'POST',
    path: '/v1/agreements',
    tag: 'agreements',
    summary: {
      zh: '向一个城市提议协议：先电话问得对方密钥指纹',
      en: "Propose an agreement to a city whose key's fingerprint you were told on the telephone",
    },
    access: SIGNATORIES,
    body: z.strictObject({
      partner: CityCodeSchema,
      partnerKeyId: TypedFingerprintSchema,
      terms: AgreementTermsSchema,
      /** For drills: everything under it is marked as an exercise. */
      exercise: z.boolean().default(false),
    }),
    success: { status: 201, body: AgreementViewSchema },
  }),
  countersignAgreement: act({
    operationId: 'countersignAgreement',
    below: '/countersignature',
    summary: {
      zh: '签署收到的协议：先电话核对提议方密钥指纹',
      en: "Countersign a proposal, after comparing the fingerprint of the proposer's key on the telephone",
    },
    params,
    body: z.strictObject({ proposerKeyId: TypedFingerprintSchema }),
  }),
  refuseAgreement: act({
    operationId: 'refuseAgreement',
    below: '/refusal',
    summary: { zh: '拒绝收到的协议', en: 'Refuse a proposal' },
    params,
    body: reasoned,
  }),
  proposeAmendment: act({
    operationId: 'proposeAmendment',
    below: '/amendments',
    summary: { zh: '提议修订条款', en: 'Propose amended terms' },
    params,
    body: z.strictObject({ terms: AgreementTermsSchema }),
  }),
  signAmendment: act({
    operationId: 'signAmendment',
    below: '/amendments/{amendmentId}/signature',
    summary: { zh: '签署对方提议的修订', en: "Sign the partner's amendment" },
    params: amendmentParams,
    body: z.strictObject({}),
  }),
  refuseAmendment: act({
    operationId: 'refuseAmendment',
    below: '/amendments/{amendmentId}/refusal',
    summary: { zh: '拒绝对方提议的修订', en: "Refuse the partner's amendment" },
    params: amendmentParams,
    body: reasoned,
  }),
  suspendAgreement: act({
    operationId: 'suspendAgreement',
    below: '/suspension',
    summary: { zh: '中止协议', en: 'Suspend an agreement' },
    params,
    body: reasoned,
  }),
  resumeAgreement: act({
    operationId: 'resumeAgreement',
    below: '/resumption',
    summary: { zh: '恢复本市中止的协议', en: 'Resume an agreement that this city suspended' },
    params,
    body: reasoned,
  }),
  terminateAgreement: act({
    operationId: 'terminateAgreement',
    below: '/termination',
    summary: { zh: '终止协议', en: 'Terminate an agreement' },
    params,
    body: reasoned,
  }),
  activateAgreement: act({
    operationId: 'activateAgreement',
    below: '/activation',
    summary: { zh: '以启动宣布激活协议', en: 'Arm an agreement by a declaration' },
    params,
    body: declared,
  }),
  standDownAgreement: act({
    operationId: 'standDownAgreement',
    below: '/stand-down',
    summary: { zh: '解除启动宣布', en: 'Stand a declaration down' },
    params,
    body: declared,
  }),
  rotateKey: act({
    operationId: 'rotateKey',
    below: '/key-rotation',
    summary: {
      zh: '向该协议的伙伴宣布本市下一把签名密钥；宣布以现用密钥签名',
      en: "Announce this city's next signing key to the partner, signed with the present one",
    },
    params,
    body: z.strictObject({ jwk: PublicJwkSchema }),
    access: ['administrator', 'representative'],
  }),
} as const;
