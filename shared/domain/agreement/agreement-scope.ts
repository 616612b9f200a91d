import type { Instant } from '../kernel/instant.ts';
import { type Refusal, reason } from '../kernel/refusal.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { type AgreementState, standingOf } from './agreement-state.ts';

/** Terms that exclude a use; each names the term, so that the duty officer knows which one to look up. */
export const SCOPE_REFUSALS = {
  notInForce: reason('agreement-not-in-force', 'conflict', {
    zh: '协议“{title}”当前状态为{status}，不能据此发送或接收请求。',
    en: 'The agreement "{title}" is {status}; nothing can be asked or answered under it.',
  }),
  notArmed: reason('agreement-not-armed', 'conflict', {
    zh: '协议“{title}”须经启动宣布后方可使用，目前尚未宣布。',
    en: 'The agreement "{title}" works only after a declaration, and none is in effect.',
  }),
  outsideValidity: reason('agreement-outside-validity', 'conflict', {
    zh: '协议“{title}”有效期为{from}至{until}，当前不在有效期内。',
    en: 'The agreement "{title}" is valid from {from} until {until}, not now.',
  }),
  hazardOutOfScope: reason('hazard-out-of-scope', 'conflict', {
    zh: '协议“{title}”的适用灾种不包括{hazard}。',
    en: 'The hazards of the agreement "{title}" do not include {hazard}.',
  }),
  kindOutOfScope: reason('resource-kind-out-of-scope', 'conflict', {
    zh: '协议“{title}”的资源类别不包括{kind}。',
    en: 'The resource kinds of the agreement "{title}" do not include {kind}.',
  }),
} as const;

/** What somebody wants to do under an agreement. */
export interface AgreementUse {
  readonly hazard: Hazard;
  readonly kinds: readonly ResourceKind[];
}

/** @returns why nothing can be asked under the agreement at all now, or `undefined` when it is usable. */
export const standingRefusal = (agreement: AgreementState, now: Instant): Refusal | undefined => {
  const { title, validFrom, validUntil } = agreement.terms;
  if (agreement.status !== 'in-force')
    return { reason: SCOPE_REFUSALS.notInForce, parameters: { title, status: agreement.status } };
  if (now < validFrom || now >= validUntil)
    return { reason: SCOPE_REFUSALS.outsideValidity, parameters: { title, from: validFrom, until: validUntil } };
  if (standingOf(agreement) === 'not-armed') return { reason: SCOPE_REFUSALS.notArmed, parameters: { title } };
  return undefined;
};

/** @returns which term excludes the use, the first in the order standing, hazard, kinds; `undefined` when it is covered. */
export const scopeRefusal = (agreement: AgreementState, use: AgreementUse, now: Instant): Refusal | undefined => {
  const standing = standingRefusal(agreement, now);
  if (standing) return standing;
  const { title, hazards, resourceKinds } = agreement.terms;
  if (!hazards.includes(use.hazard))
    return { reason: SCOPE_REFUSALS.hazardOutOfScope, parameters: { title, hazard: use.hazard } };
  const excluded = use.kinds.find((kind) => !resourceKinds.includes(kind));
  return excluded && { reason: SCOPE_REFUSALS.kindOutOfScope, parameters: { title, kind: excluded } };
};
