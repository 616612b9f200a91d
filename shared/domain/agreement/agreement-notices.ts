import type { NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { AgreementEvent } from './agreement-events.ts';
import type { AgreementState } from './agreement-state.ts';

const noticeOf = (event: AgreementEvent, title: string): NoticeDraft => {
  switch (event.type) {
    case 'agreementProposed':
      return routine(
        `${named('city', event.proposer)}提议签订协议“${title}”，等待授权代表核对指纹并签署。`,
        `${named('city', event.proposer)} proposes the agreement "${title}"; a representative is to compare fingerprints and sign.`,
      );
    case 'agreementCountersigned':
      return routine(`协议“${title}”已由双方签署。`, `Both cities have signed the agreement "${title}".`);
    case 'agreementRefused':
      return urgent(
        `${named('city', event.by)}拒绝签署协议“${title}”：${event.reason}`,
        `${named('city', event.by)} refused the agreement "${title}": ${event.reason}`,
      );
    case 'proposalLapsed':
      return routine(`协议“${title}”无人签署，已失效。`, `Nobody signed the agreement "${title}"; it has lapsed.`);
    case 'validityBegan':
      return routine(`协议“${title}”现已生效。`, `The agreement "${title}" is now in force.`);
    case 'agreementExpired':
      return urgent(`协议“${title}”已到期。`, `The agreement "${title}" has expired.`);
    case 'amendmentProposed':
      return routine(
        `${named('city', event.amendment.proposedBy.city)}提议修订协议“${title}”。`,
        `${named('city', event.amendment.proposedBy.city)} proposes to amend the agreement "${title}".`,
      );
    case 'amendmentSigned':
      return routine(`协议“${title}”的修订已由双方签署。`, `Both cities have signed the amended agreement "${title}".`);
    case 'amendmentRefused':
      return routine(
        `${named('city', event.by)}拒绝修订协议“${title}”：${event.reason}`,
        `${named('city', event.by)} refused to amend the agreement "${title}": ${event.reason}`,
      );
    case 'agreementSuspended':
      return urgent(
        `${named('city', event.by)}中止了协议“${title}”：${event.reason}`,
        `${named('city', event.by)} suspended the agreement "${title}": ${event.reason}`,
      );
    case 'agreementResumed':
      return urgent(
        `${named('city', event.by)}恢复了协议“${title}”：${event.reason}`,
        `${named('city', event.by)} resumed the agreement "${title}": ${event.reason}`,
      );
    case 'agreementTerminated':
      return urgent(
        `${named('city', event.by)}终止了协议“${title}”：${event.reason}`,
        `${named('city', event.by)} terminated the agreement "${title}": ${event.reason}`,
      );
    case 'agreementActivated':
      return urgent(
        `${named('city', event.by)}以${event.number}宣布启动协议“${title}”：${event.reason}`,
        `${named('city', event.by)} armed the agreement "${title}" by declaration ${event.number}: ${event.reason}`,
      );
    case 'agreementStoodDown':
      return urgent(
        `${named('city', event.by)}解除了协议“${title}”的启动宣布：${event.reason}`,
        `${named('city', event.by)} stood down a declaration under the agreement "${title}": ${event.reason}`,
      );
    case 'keyRotated':
      return urgent(
        `${named('city', event.by)}就协议“${title}”更换了签名密钥。`,
        `${named('city', event.by)} changed the key it signs with under the agreement "${title}".`,
      );
    case 'messageFailed':
      return failureNotice(event.failure, { zh: `协议“${title}”`, en: `the agreement "${title}"` });
  }
};

/** What the duty room is told of an agreement: whatever changes on what it can count. */
export const agreementNotices = (
  event: AgreementEvent,
  { terms: { title } }: AgreementState,
): readonly NoticeDraft[] => [noticeOf(event, title)];
