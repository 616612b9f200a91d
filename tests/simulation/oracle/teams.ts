import { fieldsOf } from '../json.ts';
import { type Evidence, grouped, type Row, statesOf } from './evidence.ts';

interface Absence {
  readonly team: string;
  readonly deployment: string;
  readonly from: string;
  /** Missing while it lasts. */
  readonly until: string | undefined;
  readonly drill: boolean;
}

/** From the promise to the return, or to the calling-off. */
const absenceOf = ({ state }: Row): Absence | undefined => {
  const { side, mission, openedAt, progress } = fieldsOf(state);
  if (side !== 'owner') return undefined;
  const { deploymentId, team, exercise } = fieldsOf(mission);
  const { status, since } = fieldsOf(progress);
  const isOver = status === 'home' || status === 'cancelled';
  return {
    team: String(fieldsOf(team).teamId),
    deployment: String(deploymentId),
    from: String(openedAt),
    until: isOver ? String(since) : undefined,
    drill: exercise === true,
  };
};

/** What is real takes a team from a drill, and nothing else takes one from anything. */
const mayInterrupt = (later: Absence, earlier: Absence): boolean => earlier.drill && !later.drill;

/** A team whose next mission began before one before was over. The end is told a few seconds after it was. */
const overlaps = (absences: readonly Absence[]): readonly string[] => {
  const inOrder = absences.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.flatMap((later, index) =>
    inOrder
      .slice(0, index)
      .filter((earlier) => !mayInterrupt(later, earlier))
      .filter(({ until }) => until === undefined || until > later.from)
      .map((earlier) => `team ${later.team} went on ${later.deployment} while on ${earlier.deployment}`),
  );
};

/** The registry must say of every team what its missions say, real ones and drills. */
const misregistered = (evidence: Evidence, absences: readonly Absence[]): readonly string[] =>
  statesOf(evidence, 'team').flatMap(({ state }) => {
    const { id, commitment, drillCommitment } = fieldsOf(state);
    const isWrong = (promise: unknown, isDrill: boolean): readonly string[] => {
      const promised = fieldsOf(promise).deploymentId;
      const away = absences.find(({ team, until, drill }) => team === id && until === undefined && drill === isDrill);
      return promised === away?.deployment
        ? []
        : [`team ${id} is promised to ${promised}, and away on ${away?.deployment}`];
    };
    return [...isWrong(commitment, false), ...isWrong(drillCommitment, true)];
  });

/** No team is promised to two missions at the same time, and no team is kept by a mission that is over. */
export const doublePromises = (evidence: Evidence): readonly string[] => {
  const absences = statesOf(evidence, 'deployment').flatMap((row) => absenceOf(row) ?? []);
  const perTeam = [...grouped(absences, ({ team }) => team).values()];
  return [...perTeam.flatMap(overlaps), ...misregistered(evidence, absences)].map(
    (fault) => `${evidence.city}: ${fault}`,
  );
};
