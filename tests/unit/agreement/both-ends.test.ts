import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementCommand } from '../../../shared/domain/agreement/agreement-commands.ts';
import { type AgreementState, AgreementStateSchema } from '../../../shared/domain/agreement/agreement-state.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import { aProposal, someTerms } from '../../builders/agreement.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';
import { BothEnds } from './both-ends.ts';

/** A short agreement that begins and ends within what a run of the test can reach. */
const TERMS = someTerms({
  validFrom: plus(NOW, 2 * HOUR_MS),
  validUntil: plus(NOW, 60 * HOUR_MS),
  arming: 'on-declaration',
});

type Step =
  | {
      readonly kind: 'command';
      readonly end: 'xining' | 'lanzhou';
      readonly make: (state: AgreementState) => AgreementCommand;
    }
  | { readonly kind: 'deliver' | 'failure' | 'ring'; readonly end: 'xining' | 'lanzhou' }
  | { readonly kind: 'wait'; readonly hours: number };

const pendingAmendment = (state: AgreementState): string =>
  'amendment' in state ? (state.amendment?.amendmentId ?? state.id) : state.id;

const amend = ({ terms: { validFrom } }: AgreementState, minutes: number, hours: number): AgreementCommand => {
  const terms = { ...TERMS, validFrom, replyWithinMinutes: minutes, validUntil: plus(NOW, hours * HOUR_MS) };
  return { type: 'propose-amendment', terms, termsDigest: digestOf(terms) };
};

const reason = '依法';
const COUNTERSIGN: AgreementCommand = {
  type: 'countersign',
  key: testKey(LANZHOU),
  proposerKeyId: testKey(XINING).keyId,
};
const MAKERS: readonly ((state: AgreementState) => AgreementCommand)[] = [
  () => COUNTERSIGN,
  () => ({ type: 'suspend', reason }),
  () => ({ type: 'resume', reason }),
  () => ({ type: 'activate', number: '1', reason }),
  () => ({ type: 'stand-down', number: '1', reason }),
  () => ({ type: 'rotate-key', key: testKey('630200') }),
  () => ({ type: 'rotate-key', key: testKey('632500') }),
  (state) => amend(state, 30, 50),
  (state) => amend(state, 45, 90),
  (state) => ({ type: 'sign-amendment', amendmentId: pendingAmendment(state) }),
  (state) => ({ type: 'sign-amendment', amendmentId: pendingAmendment(state) }),
  (state) => ({ type: 'refuse-amendment', amendmentId: pendingAmendment(state), reason }),
];
const RARE: readonly ((state: AgreementState) => AgreementCommand)[] = [
  () => ({ type: 'refuse', reason, key: testKey(LANZHOU) }),
  () => ({ type: 'terminate', reason }),
];

const end = fc.constantFrom('xining' as const, 'lanzhou' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('command' as const), end, make: fc.constantFrom(...MAKERS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('command' as const), end, make: fc.constantFrom(...RARE) }) },
  {
    weight: 7,
    arbitrary: fc.record({ kind: fc.constantFrom('deliver' as const, 'failure' as const, 'ring' as const), end }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(0.1, 2, 20) }) },
);

const act = (world: BothEnds, { end: name, ...taken }: Exclude<Step, { kind: 'wait' }>): unknown => {
  const at = world.ends[name];
  switch (taken.kind) {
    case 'command':
      return at.state && world.execute(at, taken.make(at.state));
    case 'deliver':
      return world.deliver(at);
    case 'failure':
      return world.deliverFailure(at);
    case 'ring':
      return world.ring(at);
  }
};

const take = (world: BothEnds, taken: Step): void => {
  if (taken.kind === 'wait') world.now = plus(world.now, taken.hours * HOUR_MS);
  else act(world, taken);
};

/** What both ends must agree on: all but each one's own troubles with its messages. */
const facts = (state: AgreementState | undefined) => ({ ...state, failures: undefined });

describe('the two ends of an agreement', () => {
  it('come to the same, whatever is done at either and however the messages cross', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 5, maxLength: 80, size: 'max' }), (signedFirst, steps) => {
        const world = new BothEnds(NOW);
        const { xining, lanzhou } = world.ends;
        world.execute(xining, aProposal({ terms: TERMS }));
        if (signedFirst) world.deliver(lanzhou);
        if (signedFirst) world.execute(lanzhou, COUNTERSIGN);
        for (const taken of steps) take(world, taken);
        world.settle();
        // A proposal that arrives after its end is refused, and never comes to be at the partner.
        expect(facts(lanzhou.state ? xining.state : undefined)).toEqual(facts(lanzhou.state));
        expect(lanzhou.state?.status ?? 'refused').toBe(xining.state?.status);
        expect(AgreementStateSchema.parse(JSON.parse(JSON.stringify(xining.state)))).toEqual(
          JSON.parse(JSON.stringify(xining.state)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('are in force, and expire, at the same moments', () => {
    const world = new BothEnds(NOW);
    const { xining, lanzhou } = world.ends;
    const statuses = () => [xining.state?.status, lanzhou.state?.status];
    world.execute(xining, aProposal({ terms: TERMS }));
    world.deliver(lanzhou);
    world.execute(lanzhou, COUNTERSIGN);
    world.deliver(xining);
    expect(statuses()).toEqual(['signed', 'signed']);
    world.now = TERMS.validFrom;
    world.settle();
    expect(statuses()).toEqual(['in-force', 'in-force']);
    world.now = TERMS.validUntil;
    world.settle();
    expect(statuses()).toEqual(['expired', 'expired']);
  });
});
