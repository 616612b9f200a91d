import type { AgreementView } from '../../../shared/http/views/agreement.ts';

/** An agreement as it was read, and the version that acts on it name. */
export interface HeldAgreement {
  readonly agreement: AgreementView;
  readonly etag: string | undefined;
}

/** @returns what every act on an agreement is sent with, so that nobody acts on what they did not see. */
export const actOn = ({ agreement: { agreementId }, etag }: HeldAgreement) => ({
  params: { agreementId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

/** @returns the other city. */
export const otherCity = ({ proposer, partner }: Pick<AgreementView, 'proposer' | 'partner'>, own: string): string =>
  proposer === own ? partner : proposer;
