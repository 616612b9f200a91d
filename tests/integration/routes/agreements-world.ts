import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import { createHandler } from '../../../functions/agreements/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { agreementRoutes as routes } from '../../../shared/http/routes/agreements.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { createLinkedCells } from '../../builders/linked-cells.ts';
import { type TestCall, testKey } from '../../builders/test-cell.ts';

export const proposal = (terms = someTerms()) => ({ partner: LANZHOU, partnerKeyId: testKey(LANZHOU).keyId, terms });
export const fingerprint = { proposerKeyId: testKey(XINING).keyId };
export const reason = { reason: '依法' };
export const aJwk = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

export const onDeclaration = someTerms({ arming: 'on-declaration' });
export const amended = { terms: someTerms({ replyWithinMinutes: 60 }) };

/** Xining and Lanzhou, linked; everything is done by their representatives unless said otherwise. */
export const world = () => {
  const links = createLinkedCells([XINING, LANZHOU]);
  const handlers = new Map([XINING, LANZHOU].map((city) => [city, createHandler(links.cellOf(city).cell)]));
  const call = (city: string, contract: RouteContract, request: TestCall = {}) =>
    links.cellOf(city).call(handlers.get(city), contract, { as: `representative@${city}`, ...request });
  const propose = async (terms = someTerms()): Promise<string> => {
    const { status, body } = await call(XINING, routes.proposeAgreement, { body: proposal(terms) });
    expect(status, JSON.stringify(body)).toBe(201);
    await links.deliverAll();
    return (body as AgreementView).agreementId;
  };
  const sign = async (terms = someTerms()): Promise<string> => {
    const agreementId = await propose(terms);
    await act(LANZHOU, routes.countersignAgreement, agreementId, fingerprint);
    return agreementId;
  };
  const act = async (city: string, contract: RouteContract, agreementId: string, body: unknown, params = {}) => {
    const { status, body: after } = await call(city, contract, { params: { agreementId, ...params }, body });
    expect(status, JSON.stringify(after)).toBe(200);
    await links.deliverAll();
    return after as AgreementView;
  };
  const read = async (city: string, agreementId: string) =>
    (await call(city, routes.readAgreement, { params: { agreementId } })).body as AgreementView;
  /** The agreement as both cities show it, which must be the same. */
  const readBoth = async (agreementId: string): Promise<AgreementView> => {
    const [here, there] = [await read(XINING, agreementId), await read(LANZHOU, agreementId)];
    expect(here).toEqual(there);
    return here;
  };
  const ring = async (agreementId: string) => {
    for (const city of [XINING, LANZHOU])
      await execute(links.cellOf(city).cell, CONVERSATIONS, {
        target: { kind: 'agreement', id: agreementId },
        actor: { kind: 'clock', city },
        command: () => ({ type: 'clock-ran-out' }),
      });
  };
  return { ...links, handlers, call, propose, sign, act, read, readBoth, ring };
};
