import { describe, expect, it } from 'vitest';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { receivedRequest } from '../../../shared/domain/received-request/received-request.ts';
import type { ReceivedRequestStatus } from '../../../shared/domain/received-request/received-request-state.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { rulesWithin, WITHIN_MINUTES, waitsIn } from '../../builders/deadlines.ts';
import {
  acceptance,
  decline,
  PLACED_AT,
  play,
  REPLY_BY,
  receivedRequestIn,
  reception,
} from '../../builders/received-request.ts';

const rules = rulesWithin(LANZHOU);

const WAITS: { readonly [S in ReceivedRequestStatus]: readonly string[] } = {
  received: ['answer duty-room'],
  answered: [],
  requisitioned: ['commitment representative'],
  committed: [],
  lapsed: ['answer duty-room'],
  cancelled: ['archive duty-room'],
  concluded: ['archive duty-room'],
  archived: [],
};

describe('what a partner’s request waits for', () => {
  it.each(Object.entries(WAITS))('%s: %j', (status, waits) => {
    expect(waitsIn(receivedRequest.deadlines?.(receivedRequestIn[status as ReceivedRequestStatus](), rules))).toEqual(
      waits,
    );
  });

  it('is the answer until every item has one', () => {
    const partly = play([reception(), acceptance()]);
    expect(waitsIn(receivedRequest.deadlines?.(partly, rules))).toEqual(['answer duty-room']);
    expect(waitsIn(receivedRequest.deadlines?.(play([decline], partly), rules))).toEqual([]);
  });

  it('is due when the requester waits for it, or in the time agreed, or by the city’s table', () => {
    const due = (status: ReceivedRequestStatus) =>
      receivedRequest.deadlines?.(receivedRequestIn[status](), rules)[0]?.due;
    expect(due('received')).toBe(REPLY_BY);
    expect(due('requisitioned')).toBe(REPLY_BY);
    expect(due('concluded')).toBe(plus(PLACED_AT, WITHIN_MINUTES * MINUTE_MS));
  });
});
