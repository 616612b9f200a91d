import { describe, expect, it } from 'vitest';
import type { AgreementState } from '../../../shared/domain/agreement/agreement-state.ts';
import { sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import { request } from '../../../shared/domain/request/request.ts';
import { MAXIMUM_PARTNERS } from '../../../shared/domain/request/request-state.ts';
import { spoken } from '../../../shared/reference/spoken.ts';
import { aFreshId, LANZHOU, NOW } from '../../builders/circumstances.ts';
import { anIncident } from '../../builders/incident.ts';
import { anItem, idOf } from '../../builders/received-request.ts';
import {
  agreementWith,
  approved,
  asApprover,
  asCoordinator,
  draft,
  following,
  HAIDONG,
  HAINAN,
  happened,
  open,
  outcomeOf,
  place,
  placedWith,
  placementOf,
} from '../../builders/request.ts';

describe('placing', () => {
  it('gives each partner its own message and its own deadline, from its own agreement', () => {
    const lanzhou = agreementWith(LANZHOU);
    const haidong = agreementWith(HAIDONG, { replyWithinMinutes: 30 });
    const { state } = happened(approved(), place(lanzhou, haidong));
    expect(placementOf(state, LANZHOU)).toMatchObject({
      status: 'awaiting',
      agreementId: lanzhou.id,
      replyBy: '2026-07-15T02:00:00.000Z',
      placedAt: NOW,
    });
    expect(placementOf(state, HAIDONG)).toMatchObject({ agreementId: haidong.id, replyBy: '2026-07-15T00:30:00.000Z' });
    expect(placementOf(state, LANZHOU).messageId).not.toBe(placementOf(state, HAIDONG).messageId);
    expect(request.dueAt(state)).toBe('2026-07-15T00:30:00.000Z');
  });

  const suspended = { ...agreementWith(HAIDONG), status: 'suspended', reason: 'x', suspendedBy: HAIDONG };
  const EXCLUDED: readonly [string, AgreementState, string][] = [
    ['hazard', agreementWith(HAIDONG, { hazards: ['earthquake'] }), 'hazard-out-of-scope'],
    ['kind', agreementWith(HAIDONG, { resourceKinds: ['water-rescue'] }), 'resource-kind-out-of-scope'],
    ['declaration', agreementWith(HAIDONG, { arming: 'on-declaration' }), 'agreement-not-armed'],
    ['suspension', suspended as AgreementState, 'agreement-not-in-force'],
    ['exercise', { ...agreementWith(HAIDONG), exercise: true } as AgreementState, 'agreement-for-exercises-only'],
  ];
  it.each(EXCLUDED)('names the partner and the term that excludes it, and places nothing: %s', (_, agreement, code) => {
    const decision = request.decide(approved(), place(agreementWith(LANZHOU), agreement), asCoordinator());
    expect(decision.accepted).toBe(false);
    if (decision.accepted) return;
    expect(decision.refusal).toMatchObject({
      reason: { code },
      parameters: { partner: HAIDONG, title: agreement.terms.title },
      pointer: '/agreementIds/1',
    });
    const { zh, en } = spoken(sentenceOf(decision.refusal));
    expect(zh).toContain('海东市：');
    expect(zh).toContain(agreement.terms.title);
    expect(en).toContain('Haidong: ');
    expect(`${zh}${en}`).not.toMatch(/[{}]/);
  });

  it('lets a drill go under a real agreement and under one for exercises', () => {
    const drill = following(
      undefined,
      [{ ...draft(), incident: anIncident({ exercise: true }) } as ReturnType<typeof draft>],
      [{ type: 'approve' }, asApprover()],
    );
    const forExercises = { ...agreementWith(HAIDONG), exercise: true } as AgreementState;
    expect(outcomeOf(drill, place(agreementWith(LANZHOU), forExercises))).toBe('accepted');
  });

  it('needs agreements there are, each partner once', () => {
    const lost = { type: 'place', agreements: [{ agreementId: idOf(1), agreement: undefined }] } as const;
    expect(outcomeOf(approved(), lost)).toBe('agreement-not-found');
    const twice = place(agreementWith(LANZHOU), agreementWith(LANZHOU));
    expect(outcomeOf(approved(), twice)).toBe('already-placed-with-partner');
    expect(outcomeOf(placedWith(LANZHOU), place(agreementWith(LANZHOU)))).toBe('already-placed-with-partner');
  });

  it('adds further partners to those it is with', () => {
    const state = open(following(placedWith(LANZHOU), [place(agreementWith(HAIDONG), agreementWith(HAINAN))]));
    expect(state.placements.map(({ city }) => city)).toEqual([LANZHOU, HAIDONG, HAINAN]);
  });

  it('may be tried again with a partner whose exchange had refused it', () => {
    const state = placedWith(LANZHOU, HAIDONG);
    const { messageId } = placementOf(state);
    const reason = { zh: '协议已到期', en: 'expired' };
    const failed = {
      type: 'message-failed',
      messageId,
      city: LANZHOU,
      code: 'agreement-not-in-force',
      reason,
    } as const;
    const again = following(state, [failed], [place(agreementWith(LANZHOU))]);
    expect(placementOf(again)).toMatchObject({ status: 'awaiting', answers: [] });
    expect(placementOf(again).messageId).not.toBe(messageId);
  });

  it('is with as many partners as one transaction can recall, no more', () => {
    const cities = Array.from({ length: MAXIMUM_PARTNERS + 1 }, (_, index) => String(640_000 + index));
    const agreements = cities.map((city) => ({ ...agreementWith(city), id: aFreshId() }));
    const one = approved([anItem()]);
    expect(outcomeOf(one, place(...agreements))).toBe('too-many-partners');
    expect(outcomeOf(one, place(...agreements.slice(1)))).toBe('accepted');
  });
});
