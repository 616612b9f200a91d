import { ProblemAnswer } from '../../../shared/http/client.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import { aTeam, type TeamEntry } from '../payloads.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { readTeam, registerTeam } from '../steps/team.ts';

/** The teams of Lanzhou that the story needs. */
export interface Teams {
  readonly water: TeamView;
  readonly engineering: TeamView;
  readonly communications: TeamView;
}

const STALE = 412;

/** Changes how soon a team is ready, on the version that was read; reads again when somebody was quicker. */
const setReadiness = async ({ desk }: Stage, teamId: string, entry: TeamEntry, minutes: number): Promise<TeamView> => {
  const { dutyContact: _, ...details } = entry;
  for (;;) {
    const { body: known, etag = '' } = await readTeam(desk, LANZHOU, teamId);
    if (known.readinessMinutes === minutes) return known;
    const change = { params: { teamId }, body: { ...details, readinessMinutes: minutes }, ifMatch: etag };
    try {
      return (await desk('duty-officer', LANZHOU).call(teamRoutes.changeTeam, change)).body;
    } catch (error) {
      if (!(error instanceof ProblemAnswer && error.status === STALE)) throw error;
    }
  }
};

/** Both cities keep their teams. */
export const keepTeams = async (stage: Stage): Promise<Teams> => {
  const { desk, tell, now } = stage;
  const own = await registerTeam(desk, XINING, aTeam(XINING, now(), { name: '西宁水上救援队（演示）' }));
  tell({
    city: XINING,
    role: 'coordinator',
    text: { zh: `登记本市队伍“${own.name}”，12人。`, en: 'Registers its own water-rescue team, 12 people.' },
  });
  const entry = aTeam(LANZHOU, now(), { name: '兰州水上救援一队（演示）' });
  const water = await registerTeam(desk, LANZHOU, entry);
  const engineering = await registerTeam(
    desk,
    LANZHOU,
    aTeam(LANZHOU, now(), {
      name: '兰州工程抢险队（演示）',
      nameEn: 'Engineering (demo)',
      kind: 'engineering-rescue',
      level: 2,
    }),
  );
  const communications = await registerTeam(
    desk,
    LANZHOU,
    aTeam(LANZHOU, now(), {
      name: '兰州应急通信队（演示）',
      nameEn: 'Communications (demo)',
      kind: 'communications',
      level: 2,
    }),
  );
  tell({
    city: LANZHOU,
    role: 'coordinator',
    text: {
      zh: '登记水上救援、工程抢险、应急通信三支队伍。',
      en: 'Registers three teams: water rescue, engineering, communications.',
    },
  });
  const ready = await setReadiness(stage, water.teamId, entry, 15);
  tell({
    city: LANZHOU,
    role: 'duty-officer',
    text: {
      zh: `把“${ready.name}”的出动时间由30分钟改为15分钟（凭所读版本修改）。`,
      en: 'Cuts the readiness of the water-rescue team from 30 to 15 minutes, on the version just read.',
    },
  });
  return { water: ready, engineering, communications };
};
