import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drill as aggregate } from '../../../shared/domain/drill/drill.ts';
import { type DrillFacts, NO_FACTS } from '../../../shared/domain/drill/drill-facts.ts';
import type { DrillObjective } from '../../../shared/domain/drill/drill-objective.ts';
import type { BegunDrill } from '../../../shared/domain/drill/drill-state.ts';
import { scoreDrill } from '../../../shared/domain/drill/score-drill.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { drillReportView } from '../../../shared/http/views/drill.ts';
import { NOW } from '../../builders/circumstances.ts';
import { aDrillScript } from '../../builders/drill.ts';

const ID = '0190b000-0000-7000-8000-00000000dd01';
const at = (minutes: number) => plus(NOW, minutes * MINUTE_MS);
const { by, ...done } = { by: { id: 'x', name: 'x' }, at: NOW };

const running = (objectives: readonly DrillObjective[]): BegunDrill =>
  aggregate.evolve(
    aggregate.evolve(undefined, {
      type: 'drillPlanned',
      ...{ id: ID, script: aDrillScript({ objectives: [...objectives] }), incidents: {}, adopted: [], messages: [] },
      ...{ by, ...done },
    }),
    { type: 'drillStarted', messages: [], by, ...done },
  ) as BegunDrill;

const facts: DrillFacts = {
  replies: [
    { askedAt: at(0), answeredAt: at(30) },
    { askedAt: at(0), answeredAt: at(100) },
    { askedAt: at(10), answeredAt: at(50) },
  ],
  asked: 5,
  filled: 4,
  arrivals: [
    { promised: at(60), arrived: at(50) },
    { promised: at(60), arrived: at(75) },
  ],
  taskReplies: [{ askedAt: at(0), answeredAt: at(4.5) }],
  reminders: 2,
  escalations: 1,
};

it('measures the middle and the slowest reply, the fill rate, the latest arrival, and the clocks missed', () => {
  expect(scoreDrill(running([]), facts, at(120)).figures).toMatchObject({
    replies: { asked: 3, answered: 3, medianMinutes: 40, slowestMinutes: 100 },
    fill: { asked: 5, filled: 4, percent: 80 },
    arrivals: { promised: 2, arrived: 2, onTime: 1, latestDelayMinutes: 15 },
    taskReplies: { asked: 1, answered: 1, slowestMinutes: 4.5 },
    clocks: { reminders: 2, escalations: 1 },
  });
});

it.each<[DrillObjective, boolean]>([
  [{ measure: 'reply-minutes', atMost: 100, points: 7 }, true],
  [{ measure: 'reply-minutes', atMost: 99, points: 7 }, false],
  [{ measure: 'fill-percent', atLeast: 80, points: 7 }, true],
  [{ measure: 'fill-percent', atLeast: 81, points: 7 }, false],
  [{ measure: 'arrival-delay-minutes', atMost: 15, points: 7 }, true],
  [{ measure: 'task-reply-minutes', atMost: 4, points: 7 }, false],
  [{ measure: 'missed-clocks', atMost: 3, points: 7 }, true],
  [{ measure: 'missed-clocks', atMost: 2, points: 7 }, false],
  // Nothing had to be handled.
  [{ measure: 'injects-handled-percent', atLeast: 0, points: 7 }, false],
])('holds what happened against %j', (objective, passed) => {
  const report = scoreDrill(running([objective]), facts, at(120));
  expect(report).toMatchObject({ points: passed ? 7 : 0, maximumPoints: 7, objectives: [{ passed }] });
});

it('reaches nothing by silence: as long as somebody is waited for, an objective about being quick is missed', () => {
  const objectives: DrillObjective[] = [
    { measure: 'reply-minutes', atMost: 1_000_000, points: 1 },
    { measure: 'arrival-delay-minutes', atMost: 1_000_000, points: 1 },
    { measure: 'task-reply-minutes', atMost: 1_000_000, points: 1 },
  ];
  const waiting: DrillFacts = {
    ...facts,
    replies: [...facts.replies, { askedAt: at(0) }],
    arrivals: [...facts.arrivals, { promised: at(60) }],
    taskReplies: [{ askedAt: at(0) }],
  };
  for (const happened of [waiting, NO_FACTS])
    expect(scoreDrill(running(objectives), happened, at(120))).toMatchObject({ points: 0 });
});

it('never gives more points than there are, and tells in both languages what it gave', () => {
  const asked = fc.record({
    askedAt: fc.constant(NOW),
    answeredAt: fc.option(fc.integer({ min: 0, max: 500 }).map(at), { nil: undefined }),
  });
  const happened = fc.record({
    replies: fc.array(asked),
    asked: fc.nat(20),
    filled: fc.nat(20),
    arrivals: fc.constant([]),
    taskReplies: fc.array(asked),
    reminders: fc.nat(5),
    escalations: fc.nat(5),
  });
  fc.assert(
    fc.property(happened, (found) => {
      const drill = running(aDrillScript().objectives);
      const report = scoreDrill(drill, found, at(240));
      expect(report.points).toBeLessThanOrEqual(report.maximumPoints);
      const { text } = drillReportView(drill, report);
      expect(text.zh).toContain(`得分 ${report.points}/${report.maximumPoints}`);
      expect(text.en).toContain(`${report.points} of ${report.maximumPoints} points`);
    }),
    { numRuns: 100 },
  );
});
