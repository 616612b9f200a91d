import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { DutyContactSchema, TeamDetailsSchema } from '../../domain/team/team-state.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../../domain/vocabulary/resource-kinds.ts';
import { ContactReadingSchema } from '../contact-reading.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { TeamListEntrySchema, TeamViewSchema } from '../views/team.ts';

/** Who may call a team out, and so must be able to read whom to telephone. */
const CALLERS: readonly Role[] = ['coordinator', 'duty-officer', 'administrator'];

const params = z.strictObject({ teamId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(500) });

/** Each entry of a page is read from the team itself, so that a page is one Query and one BatchGetItem of at most this many. */
const PAGE = { ...pageQuery, limit: z.coerce.number().int().min(1).max(100).default(50) };

const TeamQuerySchema = z
  .strictObject({
    kind: ResourceKindSchema.optional(),
    hazard: HazardSchema.optional(),
    /** The lowest level that will do; 1 is the highest. */
    level: z.coerce.number().int().min(1).max(3).pipe(CapabilityLevelSchema).optional(),
    /** Leaves out teams that cannot be promised for the period; pages may then be shorter than `limit` and still have a next one. */
    available: z.enum(['true']).optional(),
    /** The period that `condition` is about; now unless given. */
    from: InstantSchema.optional(),
    until: InstantSchema.optional(),
    ...PAGE,
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    ...refinement({ zh: '结束时间不得早于开始时间', en: 'the period must not end before it begins' }),
  });
export type TeamQuery = z.infer<typeof TeamQuerySchema>;

/** The registry of rescue teams. */
export const teamRoutes = {
  listTeams: route({
    operationId: 'listTeams',
    method: 'GET',
    path: '/v1/teams',
    tag: 'teams',
    summary: {
      zh: '按类别、灾种、等级、可用情况查询队伍，等级高者在前；不按类别和灾种查询时含已撤销登记的队伍',
      en: 'List teams by kind, hazard, level and availability, best first; retired ones only where neither kind nor hazard is named',
    },
    access: READERS,
    query: TeamQuerySchema,
    success: { status: 200, body: pageOf(TeamListEntrySchema) },
  }),
  registerTeam: route({
    operationId: 'registerTeam',
    method: 'POST',
    path: '/v1/teams',
    tag: 'teams',
    summary: { zh: '登记队伍', en: 'Register a team' },
    access: REGISTRARS,
    body: TeamDetailsSchema.extend({ dutyContact: DutyContactSchema }),
    success: { status: 201, body: TeamViewSchema },
  }),
  readTeam: route({
    operationId: 'readTeam',
    method: 'GET',
    path: '/v1/teams/{teamId}',
    tag: 'teams',
    summary: { zh: '查看队伍，联系人已隐去', en: 'Read a team; its duty contact is masked' },
    access: [...READERS, 'team-leader'],
    params,
    success: { status: 200, body: TeamViewSchema },
  }),
  changeTeam: route({
    operationId: 'changeTeam',
    method: 'PUT',
    path: '/v1/teams/{teamId}',
    tag: 'teams',
    summary: {
      zh: '更改队伍登记；不写联系人则保持不变',
      en: 'Change what is registered of a team; the duty contact stays unless it is named',
    },
    access: REGISTRARS,
    params,
    body: TeamDetailsSchema.extend({ dutyContact: DutyContactSchema.optional() }),
    ifMatch: 'required',
    success: { status: 200, body: TeamViewSchema },
  }),
  setTeamAvailability: route({
    operationId: 'setTeamAvailability',
    method: 'PUT',
    path: '/v1/teams/{teamId}/availability',
    tag: 'teams',
    summary: {
      zh: '设定队伍的可用与不可用时段；队长只能设定本队',
      en: 'Set the periods in which a team is or is not available; a team leader sets those of the own team',
    },
    access: [...REGISTRARS, 'team-leader'],
    params,
    body: z.strictObject({ periods: z.array(AvailabilityPeriodSchema).max(100) }),
    ifMatch: 'required',
    success: { status: 200, body: TeamViewSchema },
  }),
  confirmTeam: route({
    operationId: 'confirmTeam',
    method: 'POST',
    path: '/v1/teams/{teamId}/confirmations',
    tag: 'teams',
    summary: {
      zh: '确认队伍登记无误；队长只能确认本队',
      en: 'Confirm that what is registered of a team is right; a team leader confirms the own team',
    },
    access: [...REGISTRARS, 'team-leader'],
    params,
    ifMatch: 'optional',
    success: { status: 200, body: TeamViewSchema },
  }),
  retireTeam: route({
    operationId: 'retireTeam',
    method: 'POST',
    path: '/v1/teams/{teamId}/retirement',
    tag: 'teams',
    summary: { zh: '撤销队伍登记', en: 'Retire a team' },
    access: REGISTRARS,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: { status: 200, body: TeamViewSchema },
  }),
  readTeamContact: route({
    operationId: 'readTeamContact',
    method: 'POST',
    path: '/v1/teams/{teamId}/contact-readings',
    tag: 'teams',
    summary: {
      zh: '查看队伍联系人的姓名和电话：须说明理由，记入台账；值班表排有他人时须写明非当班查看',
      en: "Read the name and telephone of a team's duty contact: for a reason, which the ledger keeps; said expressly when the roster has others on duty",
    },
    access: CALLERS,
    params,
    body: ContactReadingSchema,
    success: { status: 200, body: DutyContactSchema },
  }),
} as const;
