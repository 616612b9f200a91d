import { fieldsOf } from '../json.ts';
import { type Evidence, grouped, type Row, statesOf } from './evidence.ts';

interface Absence {
  readonly team: string;
  readonly deployment: string;
  readonly from: string;
  /** Missing while it lasts. */
  readonly until: string | undefined;
}

/** From the promise to the return, or to the calling-off. */
const absenceOf = ({ state }: Row): Absence | undefined => {
  const { side, mission, openedAt, progress } = fieldsOf(state);
  if (side !== 'owner') return undefined;
  const { deploymentId, team } = fieldsOf(mission);
  const { status, since } = fieldsOf(progress);
  const isOver = status === 'home' || status === 'cancelled';
  return {
    team: String(fieldsOf(team).teamId),
    deployment: String(deploymentId),
    from: String(openedAt),
    until: isOver ? String(since) : undefined,
  };
};

/** A team whose next mission began before the one before was over. The end is told a few seconds after it was. */
const overlaps = (absences: readonly Absence[]): readonly string[] => {
  const inOrder = absences.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.flatMap(({ team, deployment, from }, index) => {
    const before = inOrder[index - 1];
    return before !== undefined && (before.until === undefined || before.until > from)
      ? [`team ${team} went on ${deployment} while on ${before.deployment}`]
      : [];
  });
};

/** The registry must say of every team what its missions say. */
const misregistered = (evidence: Evidence, absences: readonly Absence[]): readonly string[] =>
  statesOf(evidence, 'team').flatMap(({ state }) => {
    const { id, commitment } = fieldsOf(state);
    const promised = fieldsOf(commitment).deploymentId;
    const away = absences.find(({ team, until }) => team === id && until === undefined)?.deployment;
    return promised === away ? [] : [`team ${id} is promised to ${promised}, and away on ${away}`];
  });

/** No team is promised to two missions at the same time, and no team is kept by a mission that is over. */
export const doublePromises = (evidence: Evidence): readonly string[] => {
  const absences = statesOf(evidence, 'deployment').flatMap((row) => absenceOf(row) ?? []);
  const perTeam = [...grouped(absences, ({ team }) => team).values()];
  return [...perTeam.flatMap(overlaps), ...misregistered(evidence, absences)].map(
    (fault) => `${evidence.city}: ${fault}`,
  );
};
