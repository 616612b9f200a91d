import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import { aFlood, anItem, someTerms, type Terms } from '../../../scripts/walkthrough/payloads.ts';
import { fingerprintOf } from '../../../scripts/walkthrough/steps/agreement.ts';
import { AgreementTermsSchema } from '../../../shared/domain/agreement/agreement-terms.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { PlacedRequest } from '../../../shared/domain/request/placed-request.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import { encodeRequestResource } from '../../../shared/exchange/codecs/request-resource.ts';
import { ENVELOPE_VERSION, type Envelope, type UnsignedEnvelope } from '../../../shared/exchange/envelope.ts';
import { createEs256Signer } from '../../../shared/exchange/es256.ts';
import { busEntry } from '../../../shared/exchange/routing.ts';
import { sealEnvelope } from '../../../shared/exchange/signature.ts';
import type { Deployment } from '../deployment.ts';
import { now, type Scene } from './scene.ts';

/** A city without a cell: whoever signs for it is the test. */
const FOREIGN = '640100';

/** What a message says besides its type and body; all of it can be wrong. */
type Said = Partial<Omit<UnsignedEnvelope, 'type' | 'body'>>;

/** Puts a message on a city's bus as if it had come over a link. */
export const inject = ({ putEvents }: Deployment, city: string, envelope: Envelope): Promise<void> => {
  const { source, detailType, detail } = busEntry({ to: [city], envelope });
  return putEvents(city, [{ Source: source, DetailType: detailType, Detail: detail }]);
};

/** A city of the test's own. It holds its key, so that whatever it says is truly signed. */
export class ForeignCity {
  readonly code = FOREIGN;
  readonly agreementId = v7();
  private readonly to: string;
  private readonly scene: Scene;
  private readonly signer = createEs256Signer(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

  /** @param to the city it talks to. */
  constructor(scene: Scene, to: string) {
    this.scene = scene;
    this.to = to;
  }

  /** @returns the fingerprint that the representative of the other city is told on the telephone. */
  async fingerprint(): Promise<string> {
    return (await this.signer.publicKey()).keyId;
  }

  /** @returns a message, signed. */
  message(type: string, body: Readonly<Record<string, unknown>>, said: Said = {}): Promise<Envelope> {
    const at = now();
    const envelope: UnsignedEnvelope = {
      ...{ id: v7(), type, version: ENVELOPE_VERSION, from: this.code, to: [this.to], agreement: this.agreementId },
      ...{ conversation: v7(), sequence: { [this.to]: 1 }, exercise: false },
      ...{ issuedAt: at, expiresAt: plus(at, HOUR_MS), body },
      ...said,
    };
    return sealEnvelope(JSON.parse(JSON.stringify(envelope)), this.signer);
  }

  /** Signs and sends a message. */
  async say(type: string, body: Readonly<Record<string, unknown>>, said: Said = {}): Promise<Envelope> {
    const envelope = await this.message(type, body, said);
    await inject(this.scene.deployment, this.to, envelope);
    return envelope;
  }

  /** Proposes an agreement to the other city. */
  async propose(overrides: Partial<Terms> = {}): Promise<Envelope> {
    const terms = AgreementTermsSchema.parse(someTerms(now(), overrides));
    const id = v7();
    const representative = { id: 'representative', name: '演示代表' };
    const partnerKeyId = Buffer.from(
      (await fingerprintOf(this.scene.desk, this.to)).replaceAll(' ', ''),
      'hex',
    ).toString('base64url');
    const signature = { city: this.code, representative, signedAt: now(), termsDigest: digestOf(terms), messageId: id };
    const body = { terms, key: await this.signer.publicKey(), partnerKeyId, signature };
    return this.say('AgreementProposed', body, { id, conversation: this.agreementId, agreement: undefined });
  }

  /** @returns a RequestResource of this city, signed. */
  async request(overrides: Partial<PlacedRequest> = {}, said: Said = {}): Promise<Envelope> {
    const at = now();
    const { description: _, exercise, ...incident } = aFlood(this.to, at);
    const placed: PlacedRequest = {
      ...{ requestId: v7(), messageId: v7(), agreementId: this.agreementId, placedAt: at, replyBy: plus(at, HOUR_MS) },
      incident: { incidentId: v7(), ...incident },
      items: [{ ...anItem(this.to, at), itemId: v7() }],
      requestedBy: { city: this.code, dutyRoom: { name: '演示值班室', telephone: '000-0000-0003' } },
      approvedBy: { id: 'approver', name: '演示审批人' },
      exercise,
      ...overrides,
    };
    const body = encodeRequestResource({ kind: 'request', placed });
    return this.message('RequestResource', body, { id: placed.messageId, conversation: placed.requestId, ...said });
  }
}
