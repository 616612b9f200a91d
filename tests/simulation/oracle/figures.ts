import { type Fields, fieldsOf, objectsOf } from '../json.ts';
import { type Evidence, rowsOf, statesOf } from './evidence.ts';

/** @returns the sum of one counter over all figures of some subjects, drills included. */
const counted = (evidence: Evidence, counter: string, ...subjects: readonly string[]): number =>
  rowsOf(evidence, 'figure')
    .filter(({ cell }) => subjects.includes(String(fieldsOf(cell).of)))
    .reduce((sum, { counters }) => sum + Number(fieldsOf(counters)[counter] ?? 0), 0);

const OVER = ['closed', 'cancelled'];
const UNASKED = ['drafted', 'approved', 'cancelled'];
const TASK_OVER = ['archived', 'handed-over', 'cancelled'];

const inStatus = (states: readonly Fields[], statuses: readonly string[], isIn: boolean): readonly Fields[] =>
  states.filter(({ status }) => statuses.includes(String(status)) === isIn);

/** Teams asked for; of supplies, items. */
const amount = ({ kind, quantity }: Fields): number => (kind === 'supplies' ? 1 : Number(quantity));

const missionsOf = (states: readonly Fields[], side: string): number =>
  states.filter((state) => {
    const { owner, requester } = fieldsOf(state.mission);
    return state.side === side && owner !== requester;
  }).length;

/** Figures that are not what the states of a city come to, each counted once. */
export const wrongFigures = (evidence: Evidence): readonly string[] => {
  const stateOf = (kind: string) => statesOf(evidence, kind).map(({ state }) => fieldsOf(state));
  const requests = stateOf('request');
  const deployments = stateOf('deployment');
  const asked = inStatus(requests, UNASKED, false).flatMap(({ items }) => objectsOf(items));
  const open = inStatus(requests, OVER, false).length + inStatus(stateOf('task'), TASK_OVER, false).length;
  const claims: readonly (readonly [what: string, counted: number, are: number])[] = [
    ['teams asked for', counted(evidence, 'asked', 'city'), asked.reduce((sum, item) => sum + amount(item), 0)],
    ['items placed', counted(evidence, 'placed', 'city'), asked.length],
    ['open requests and tasks', counted(evidence, 'open', 'step'), open],
    ['missions to partners', counted(evidence, 'missions', 'helped'), missionsOf(deployments, 'owner')],
    ['missions of partners', counted(evidence, 'missions', 'partner'), missionsOf(deployments, 'requester')],
  ];
  return claims
    .filter(([, figure, are]) => figure !== are)
    .map(([what, figure, are]) => `${evidence.city}: figures count ${figure} ${what}, where there are ${are}`);
};
