import { EVERYTHING_LISTED, someTerms } from '../payloads.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { agreementAt, countersign, fingerprintOf, propose } from '../steps/agreement.ts';

/** Enough of a fingerprint to recognise it in a line of text. */
const beginningOf = (fingerprint: string): string => `${fingerprint.slice(0, 9)} …`;

/** The two cities sign in peace time. @returns the agreement's id. */
export const signInPeace = async ({ desk, tell, now }: Stage): Promise<string> => {
  const { agreementId, partnerFingerprint } = await propose(desk, {
    from: XINING,
    to: LANZHOU,
    terms: someTerms(now(), { listings: EVERYTHING_LISTED }),
  });
  const { terms } = await agreementAt(desk, LANZHOU, agreementId, { status: 'proposed' });
  const fingerprint = beginningOf(partnerFingerprint);
  tell({
    city: XINING,
    role: 'representative',
    message: { type: 'AgreementProposed', to: [LANZHOU] },
    text: {
      zh: `电话问得兰州密钥指纹（${fingerprint}），签署并提议“${terms.title}”：请求须在${terms.replyWithinMinutes}分钟内答复，一支通信队预先授权。`,
      en: `Is told Lanzhou's key fingerprint on the telephone (${fingerprint}), signs and proposes an agreement: requests are answered within ${terms.replyWithinMinutes} minutes, one communications team is pre-authorised.`,
    },
  });
  const own = beginningOf(await fingerprintOf(desk, XINING));
  await countersign(desk, LANZHOU, agreementId);
  await agreementAt(desk, XINING, agreementId, { status: 'in-force', standing: 'usable' });
  tell({
    city: LANZHOU,
    role: 'representative',
    message: { type: 'AgreementCountersigned', to: [XINING] },
    text: {
      zh: `电话核对西宁密钥指纹（${own}）后签署；协议在两市同时生效，密钥就此固定。`,
      en: `Compares Xining's fingerprint on the telephone (${own}) and countersigns: in force at both ends, keys pinned.`,
    },
  });
  return agreementId;
};
