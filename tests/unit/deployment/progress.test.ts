import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNotBefore } from '../../../shared/domain/deployment/deployment-status.ts';
import {
  actualTimes,
  type Progress,
  type ReportableStatus,
  ReportableStatusSchema,
  stepTo,
} from '../../../shared/domain/deployment/progress.ts';

const SINCE = '2026-07-15T00:00:00.000Z';
const AT = '2026-07-15T01:00:00.000Z';
const mobilising = (): Progress => ({ status: 'mobilising', since: SINCE });

const walked = (...steps: readonly ReportableStatus[]): Progress | undefined =>
  steps.reduce<Progress | undefined>((progress, step) => progress && stepTo(progress, step, AT), mobilising());

describe('the steps of a deployment', () => {
  it.each<[string, ...ReportableStatus[]]>([
    ['every step', 'departed', 'en-route', 'arrived', 'working', 'returning', 'home'],
    ['no word from the road', 'departed', 'arrived', 'working', 'returning', 'home'],
    ['first heard of on the road', 'en-route', 'arrived', 'returning', 'home'],
    ['turned back at once', 'departed', 'returning', 'home'],
    ['turned back on the road', 'en-route', 'returning', 'home'],
  ])('lead home: %s', (_what, ...steps) => {
    expect(walked(...steps)?.status).toBe('home');
  });

  it.each<[string, ...ReportableStatus[]]>([
    ['by every step', 'departed', 'en-route', 'arrived', 'delivered'],
    ['with no word from the road', 'departed', 'delivered'],
    ['with no word of the arrival', 'en-route', 'delivered'],
  ])('lead to delivery: %s', (_what, ...steps) => {
    expect(walked(...steps)).toEqual({ status: 'delivered', since: AT, departedAt: AT, arrivedAt: AT });
  });

  it.each<[string, ...ReportableStatus[]]>([
    ['delivery without departure', 'delivered'],
    ['delivery of what works', 'departed', 'arrived', 'working', 'delivered'],
    ['anywhere once delivered', 'departed', 'delivered', 'returning'],
    ['arrival without departure', 'arrived'],
    ['work without arrival', 'departed', 'working'],
    ['return without departure', 'returning'],
    ['home without leaving for it', 'departed', 'arrived', 'home'],
    ['back on the road', 'departed', 'arrived', 'en-route'],
    ['off again', 'departed', 'arrived', 'returning', 'home', 'departed'],
  ])('do not go so: %s', (_what, ...steps) => {
    expect(walked(...steps)).toBeUndefined();
  });

  it('keep the times: a departure first heard of on the road is that time, a turned-back team never arrived', () => {
    expect(walked('en-route', 'returning')).toEqual({
      status: 'returning',
      since: AT,
      departedAt: AT,
      returnDepartedAt: AT,
    });
    expect(actualTimes(walked('departed', 'arrived') ?? mobilising())).toEqual({ departure: AT, arrival: AT });
    expect(actualTimes(mobilising())).toEqual({});
  });

  it('never go back, whatever is reported', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ReportableStatusSchema.options)), (reports) => {
        let progress = mobilising();
        for (const status of reports) {
          const next = stepTo(progress, status, AT) ?? progress;
          expect(isNotBefore(next.status, progress.status)).toBe(true);
          expect(actualTimes(next)).toMatchObject(actualTimes(progress));
          progress = next;
        }
      }),
    );
  });
});
