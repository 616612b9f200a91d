import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeploymentCommand } from '../../../shared/domain/deployment/deployment-commands.ts';
import { ReportableStatusSchema } from '../../../shared/domain/deployment/progress.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDeployment, aReport, inCommon } from '../../builders/deployment.ts';

type Cities = ReturnType<typeof aDeployment>;

/** What may happen in an hour: somebody does something at one end, or the next message of one end arrives. */
type Happening = (cities: Cities, hour: number) => unknown;

const at = (hour: number): string => plus(NOW, hour * HOUR_MS);

const does =
  (city: string, command: (hour: number) => DeploymentCommand): Happening =>
  (cities, hour) =>
    cities.act(city, command(hour));

const arrivesFrom =
  (city: string): Happening =>
  (cities) =>
    cities.deliver(city);

const STATUSES = ReportableStatusSchema.options;

/** The team reports the step that comes next. */
const goesOn: Happening = (cities, hour) => {
  const parsed = ReportableStatusSchema.safeParse(cities.state(LANZHOU).progress.status);
  const next = parsed.success ? STATUSES[STATUSES.indexOf(parsed.data) + 1] : undefined;
  return cities.act(LANZHOU, aReport(next ?? 'home', at(hour)));
};

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(arrivesFrom(LANZHOU), arrivesFrom(XINING)),
  },
  { weight: 4, arbitrary: fc.constant(goesOn) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...STATUSES).map((status) => does(LANZHOU, (hour) => aReport(status, at(hour)))),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Happening>(
      does(XINING, () => ({ type: 'ask-status' })),
      does(XINING, (hour) => ({ type: 'ask-extension', until: at(hour + 200), reason: '水未退' })),
      does(LANZHOU, () => ({ type: 'answer-extension', decision: { response: 'accept' } })),
      does(LANZHOU, () => ({ type: 'answer-extension', decision: { response: 'decline', reason: '另有任务' } })),
      does(LANZHOU, (hour) => ({ type: 'ask-return', by: at(hour + 4), reason: '本市有汛情' })),
      does(XINING, () => ({ type: 'answer-return', decision: { response: 'accept' } })),
      does(XINING, () => ({ type: 'answer-return', decision: { response: 'decline', reason: '正在救人' } })),
      does(XINING, () => ({ type: 'release' })),
      does(XINING, () => ({ type: 'close' })),
      does(LANZHOU, () => ({ type: 'close' })),
    ),
  },
);

describe('whatever happens at the two ends of a deployment, and however slowly the news travels', () => {
  it('both hold the same once all of it has arrived', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const cities = aDeployment();
        for (const [hour, next] of happenings.entries()) {
          cities.setTime(at(hour));
          next(cities, hour);
        }
        cities.deliverAll();
        expect(inCommon(cities.state(XINING))).toEqual(inCommon(cities.state(LANZHOU)));
        expect(cities.state(XINING).failures).toEqual([]);
        expect(cities.state(LANZHOU).failures).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
