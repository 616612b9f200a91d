import { drill } from '../../shared/domain/drill/drill.ts';
import type { DrillInject } from '../../shared/domain/drill/drill-inject.ts';
import type { DrillScript } from '../../shared/domain/drill/drill-script.ts';
import { exerciseListings } from '../../shared/domain/drill/exercise-listings.ts';
import { promisedList } from '../../shared/domain/received-request/received-request-listings.ts';
import { NOW } from './circumstances.ts';

/** A flood for which Xining asks Lanzhou's water rescuers, with something to handle and something that cannot be done. */
export const aDrillScript = (overrides: Partial<DrillScript> = {}): DrillScript => ({
  title: '湟水防汛联动演练（演示）',
  scenario: '沿河小区被淹，群众被困。此为演练。',
  lastsMinutes: 240,
  injects: [...someInjects],
  objectives: [
    { measure: 'reply-minutes', atMost: 120, points: 40 },
    { measure: 'fill-percent', atLeast: 100, points: 30 },
    { measure: 'injects-handled-percent', atLeast: 100, points: 20 },
    { measure: 'task-reply-minutes', atMost: 10, points: 10 },
  ],
  ...overrides,
});

const someInjects: readonly DrillInject[] = [
  {
    key: 'flood',
    atMinutes: 0,
    title: { zh: '群众被困', en: 'People are trapped' },
    deed: {
      does: 'open-incident',
      responseLevel: 'II',
      incident: {
        hazard: 'flood',
        title: '湟水漫堤（演练）',
        description: '三个小区被淹。此为演练。',
        position: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '西宁市城东区' },
      },
    },
  },
  {
    key: 'ask',
    atMinutes: 10,
    title: { zh: '起草请求', en: 'Draft a request' },
    deed: {
      does: 'draft-request',
      incident: 'flood',
      items: [
        {
          kind: 'water-rescue',
          level: 2,
          quantity: 1,
          mission: '搜救被洪水围困的群众（演练）',
          neededByMinutes: 480,
          neededUntilMinutes: 2880,
          siteConditions: '',
          logistics: { meals: true, lodging: true, fuel: true },
        },
      ],
    },
  },
  {
    key: 'nobody',
    atMinutes: 20,
    title: { zh: '调派不存在的单位', en: 'Send for an agency that is not there' },
    deed: {
      does: 'send-task',
      incident: 'flood',
      agencies: ['查无此单位（演示）'],
      neededWithinMinutes: 60,
      task: { mission: '排水（演练）', quantity: 1, unit: '队' },
    },
  },
  {
    key: 'outage',
    atMinutes: 30,
    title: { zh: '兰州失联', en: 'Lanzhou is out of reach' },
    handleWithinMinutes: 20,
    deed: { does: 'partner-outage', city: '620100', forMinutes: 30 },
  },
];

/** The lists in which a drill stands, and those by which what belongs to it is found. */
export const drillListsOfAll = (): readonly string[] => {
  const id = '0190b000-0000-7000-8000-00000000dd01';
  const planned = drill.evolve(undefined, {
    ...{ type: 'drillPlanned', id, script: aDrillScript(), incidents: {}, adopted: [], messages: [] },
    ...{ by: { id: 'coordinator@630100', name: 'coordinator@630100' }, at: NOW },
  });
  const thing = exerciseListings({ kind: 'request', id, cameOf: id, isExercise: true });
  return [...[...drill.listings(planned), ...thing].map(({ list }) => list), promisedList(id, 'water-rescue', true)];
};
