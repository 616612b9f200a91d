import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { publicKeyFromJwk } from '../../../shared/exchange/es256.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay, resealed } from '../../builders/request-under-way.ts';
import { signerWith, testKey } from '../../builders/test-cell.ts';

const FORTNIGHT_AND_A_DAY = plus(NOW, 15 * DAY_MS);

/** A request of Xining's, signed with its present key, has not arrived when Xining takes another. */
let world: RequestUnderWay;
const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
beforeEach(async () => {
  world = await requestUnderWay();
});

const announce = () => {
  const params = { agreementId: world.agreementId };
  return world.done(`administrator@${XINING}`, agreementRoutes.rotateKey, { params, body: { jwk } });
};

const switchKey = () => Object.assign(world.cellOf(XINING).cell, { signer: signerWith(publicKeyFromJwk(jwk)) });

const cancel = async () => {
  await world.call(world.requester, requestRoutes.cancelRequest, {
    params: world.params,
    body: { reason: '险情解除' },
  });
  const [cancellation] = world.intercepted();
  return cancellation?.envelope ?? expect.unreachable('the partner is told');
};

const codes = async () => {
  const { body } = await world.call(world.provider, dutyRoomRoutes.listQuarantine);
  return (body as { items: { code: string }[] }).items.map(({ code }) => code);
};

describe('a key that was announced', () => {
  it('is receipted, and messages of both keys are taken from then on', async () => {
    await announce();
    const { body } = await world.call(world.requester, dutyRoomRoutes.listUnconfirmedMessages);
    expect((body as { items: { type: string }[] }).items.map(({ type }) => type)).toEqual(['RequestResource']);
    switchKey();
    const cancellation = await cancel();
    expect(cancellation.signature.keyId).not.toBe(world.placed.signature.keyId);
    expect(await world.arrive(world.placed)).toBe('applied');
    expect(await world.arrive(cancellation)).toBe('applied');
    expect(await codes()).toEqual([]);
  });

  it('replaces the former one for good after fifteen days', async () => {
    await announce();
    const good = { expiresAt: plus(NOW, 30 * DAY_MS) };
    const old = await resealed(world.placed, good);
    world.setTime(FORTNIGHT_AND_A_DAY);
    expect(await world.arrive(old)).toBe('quarantined');
    expect(await codes()).toEqual(['unknown-key']);
  });

  it('leaves the former one until then', async () => {
    await announce();
    const old = await resealed(world.placed, { expiresAt: plus(NOW, 30 * DAY_MS) });
    world.setTime(plus(FORTNIGHT_AND_A_DAY, -1));
    expect(await world.arrive(old)).toBe('applied');
  });
});

describe('a key that was not announced', () => {
  it('is not known; once it is, what was signed with it is taken when it comes again', async () => {
    await world.arrive(world.placed);
    world.intercepted();
    const { signer } = world.cellOf(XINING).cell;
    switchKey();
    const cancellation = await cancel();
    expect(await world.arrive(cancellation)).toBe('quarantined');
    expect(await codes()).toEqual(['unknown-key']);
    Object.assign(world.cellOf(XINING).cell, { signer });
    await announce();
    expect(await world.arrive(cancellation)).toBe('applied');
  });

  it('cannot be announced under a proposal', async () => {
    const proposal = { partner: XINING, partnerKeyId: testKey(XINING).keyId, terms: someTerms() };
    const { agreementId } = await world.done<AgreementView>(
      `representative@${LANZHOU}`,
      agreementRoutes.proposeAgreement,
      { body: proposal },
    );
    const answer = await world.call(`administrator@${LANZHOU}`, agreementRoutes.rotateKey, {
      params: { agreementId },
      body: { jwk },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'agreement-status' } });
  });
});
