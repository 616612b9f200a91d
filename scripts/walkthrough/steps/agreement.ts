import type { AgreementStanding, AgreementStatus } from '../../../shared/domain/agreement/agreement-state.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import type { Desk } from '../desks.ts';
import { eventually, type Patience } from '../eventually.ts';
import type { Terms } from '../payloads.ts';

export interface Proposal {
  readonly from: CityCode;
  readonly to: CityCode;
  readonly terms: Terms;
}

/** @returns a city's fingerprint as its duty room would read it out on the telephone. */
export const fingerprintOf = async (desk: Desk, city: CityCode): Promise<string> =>
  (await desk('representative', city).call(agreementRoutes.readKeys)).body.fingerprint;

/** @returns the id of the key a city signs with: its RFC 7638 thumbprint. */
export const keyIdOf = async (desk: Desk, city: CityCode): Promise<string> =>
  (await desk('auditor', city).call(agreementRoutes.readKeys)).body.keyId;

/** Rings the partner up for its fingerprint, and proposes. */
export const propose = async (desk: Desk, { from, to, terms }: Proposal): Promise<AgreementView> => {
  const partnerKeyId = await fingerprintOf(desk, to);
  const body = { partner: to, partnerKeyId, terms };
  return (await desk('representative', from).call(agreementRoutes.proposeAgreement, { body })).body;
};

/** @returns the agreement as a city holds it now. */
export const readAgreement = async (desk: Desk, city: CityCode, agreementId: string): Promise<AgreementView> =>
  (await desk('representative', city).call(agreementRoutes.readAgreement, { params: { agreementId } })).body;

/** What is waited for of an agreement. */
export interface Expected {
  readonly status?: AgreementStatus;
  readonly standing?: AgreementStanding;
}

/** Waits until the agreement is so at a city. */
export const agreementAt = (
  desk: Desk,
  city: CityCode,
  agreementId: string,
  { status, standing }: Expected,
  patience: Patience = {},
): Promise<AgreementView> =>
  eventually(
    async () => {
      const agreement = await readAgreement(desk, city, agreementId);
      const fits =
        (status === undefined || agreement.status === status) &&
        (standing === undefined || agreement.standing === standing);
      return fits && agreement;
    },
    { what: `agreement ${agreementId} ${status ?? ''} ${standing ?? ''} in ${city}`, ...patience },
  );

/** Rings the proposer up for its fingerprint, compares and countersigns. */
export const countersign = async (desk: Desk, city: CityCode, agreementId: string): Promise<AgreementView> => {
  const { proposer } = await agreementAt(desk, city, agreementId, { status: 'proposed' });
  const body = { proposerKeyId: await fingerprintOf(desk, proposer) };
  const params = { agreementId };
  return (await desk('representative', city).call(agreementRoutes.countersignAgreement, { params, body })).body;
};

/** Proposes, countersigns and waits until it is in force at both ends. @returns the agreement's id. */
export const signAgreement = async (desk: Desk, proposal: Proposal): Promise<string> => {
  const { agreementId } = await propose(desk, proposal);
  await countersign(desk, proposal.to, agreementId);
  await agreementAt(desk, proposal.from, agreementId, { status: 'in-force' });
  return agreementId;
};
