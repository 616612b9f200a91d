import type { NoticeDraft } from '../kernel/aggregate.ts';
import type { Text } from '../kernel/text.ts';
import type { AgreementEvent } from './agreement-events.ts';
import type { AgreementState } from './agreement-state.ts';

const urgent = (zh: string, en: string): readonly NoticeDraft[] => [{ urgency: 'urgent', text: { zh, en } }];
const routine = (zh: string, en: string): readonly NoticeDraft[] => [{ urgency: 'routine', text: { zh, en } }];

const ofMessageFailure = (title: string, reason: Text): readonly NoticeDraft[] =>
  urgent(
    `有关协议“${title}”的消息未被对方接受或未能送达，请电话联系：${reason.zh}`,
    `A message about the agreement "${title}" was refused or could not be delivered; telephone the partner: ${reason.en}`,
  );

/** What the duty room is told of an agreement: whatever changes on what it can count. */
export const agreementNotices = (
  event: AgreementEvent,
  { terms: { title } }: AgreementState,
): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'agreementProposed':
      return routine(
        `城市${event.proposer}提议签订协议“${title}”，等待授权代表核对指纹并签署。`,
        `City ${event.proposer} proposes the agreement "${title}"; a representative is to compare fingerprints and sign.`,
      );
    case 'agreementCountersigned':
      return routine(`协议“${title}”已由双方签署。`, `Both cities have signed the agreement "${title}".`);
    case 'agreementRefused':
      return urgent(
        `城市${event.by}拒绝签署协议“${title}”：${event.reason}`,
        `City ${event.by} refused the agreement "${title}": ${event.reason}`,
      );
    case 'proposalLapsed':
      return routine(`协议“${title}”无人签署，已失效。`, `Nobody signed the agreement "${title}"; it has lapsed.`);
    case 'validityBegan':
      return routine(`协议“${title}”现已生效。`, `The agreement "${title}" is now in force.`);
    case 'agreementExpired':
      return urgent(`协议“${title}”已到期。`, `The agreement "${title}" has expired.`);
    case 'amendmentProposed':
      return routine(
        `城市${event.amendment.proposedBy.city}提议修订协议“${title}”。`,
        `City ${event.amendment.proposedBy.city} proposes to amend the agreement "${title}".`,
      );
    case 'amendmentSigned':
      return routine(`协议“${title}”的修订已由双方签署。`, `Both cities have signed the amended agreement "${title}".`);
    case 'amendmentRefused':
      return routine(
        `城市${event.by}拒绝修订协议“${title}”：${event.reason}`,
        `City ${event.by} refused to amend the agreement "${title}": ${event.reason}`,
      );
    case 'agreementSuspended':
      return urgent(
        `城市${event.by}中止了协议“${title}”：${event.reason}`,
        `City ${event.by} suspended the agreement "${title}": ${event.reason}`,
      );
    case 'agreementResumed':
      return urgent(
        `城市${event.by}恢复了协议“${title}”：${event.reason}`,
        `City ${event.by} resumed the agreement "${title}": ${event.reason}`,
      );
    case 'agreementTerminated':
      return urgent(
        `城市${event.by}终止了协议“${title}”：${event.reason}`,
        `City ${event.by} terminated the agreement "${title}": ${event.reason}`,
      );
    case 'agreementActivated':
      return urgent(
        `城市${event.by}以${event.number}宣布启动协议“${title}”：${event.reason}`,
        `City ${event.by} armed the agreement "${title}" by declaration ${event.number}: ${event.reason}`,
      );
    case 'agreementStoodDown':
      return urgent(
        `城市${event.by}解除了协议“${title}”的启动宣布：${event.reason}`,
        `City ${event.by} stood down a declaration under the agreement "${title}": ${event.reason}`,
      );
    case 'keyRotated':
      return urgent(
        `城市${event.by}就协议“${title}”更换了签名密钥。`,
        `City ${event.by} changed the key it signs with under the agreement "${title}".`,
      );
    case 'messageFailed':
      return ofMessageFailure(title, event.failure.reason);
  }
};
