import * as z from 'zod';
import { sameContent } from '../../domain/request/same-content.ts';
import type { TeamCommand } from '../../domain/team/team-commands.ts';
import { teamList } from '../../domain/team/team-listings.ts';
import { DutyContactSchema, TeamDetailsSchema, type TeamState } from '../../domain/team/team-state.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { RESOURCE_KINDS } from '../../domain/vocabulary/resource-kinds.ts';
import { teamConversation } from '../../exchange/conversations/team.ts';
import { maskedContact } from '../../http/views/team.ts';
import { column } from '../column.ts';
import { certificationColumns, hazardsColumn, nameColumns, periodsColumn, positionColumns } from '../common-columns.ts';
import { completeContact, dutyContactColumns } from '../contact-columns.ts';
import { equipment } from '../nested-cells.ts';
import { samePeriods } from '../same-periods.ts';
import { number, oneOf, words } from '../simple-cells.ts';
import type { RegistryTable, RowInput } from '../table.ts';
import { levelCell } from './level-cell.ts';

const TeamRowSchema = TeamDetailsSchema.extend({
  dutyContact: DutyContactSchema.partial().optional(),
  periods: z.array(AvailabilityPeriodSchema).max(100).optional(),
});
type TeamRow = z.infer<typeof TeamRowSchema>;

const nextCommand = ({ row, state, id }: RowInput<TeamRow, TeamState>): TeamCommand | undefined => {
  const { dutyContact, periods, ...details } = row;
  const contact = completeContact(dutyContact, state?.dutyContact);
  if (!state) return { type: 'register', id, details, dutyContact: contact };
  if (!sameContent({ details: state.details, dutyContact: state.dutyContact }, { details, dutyContact: contact }))
    return { type: 'change', details, dutyContact: contact };
  return periods === undefined || samePeriods(periods, state.periods)
    ? undefined
    : { type: 'set-availability', as: 'city', periods };
};

/** Rescue teams, known by their names. */
export const teamTable: RegistryTable<TeamRow, TeamState> = {
  kind: 'team',
  name: { zh: '救援队伍', en: 'Teams' },
  columns: [
    ...nameColumns('队伍名称', 'Team', '西宁水上救援一队'),
    column({ zh: '队伍类别', en: 'Kind', path: 'kind', cell: oneOf(RESOURCE_KINDS), example: '水上救援' }),
    column({ zh: '能力等级', en: 'Level', path: 'level', cell: levelCell, example: '1级' }),
    hazardsColumn,
    column({ zh: '人数', en: 'Headcount', path: 'headcount', cell: number, example: '18' }),
    column({
      zh: '主要装备',
      en: 'Equipment',
      path: 'equipment',
      cell: equipment,
      required: false,
      whenEmpty: [],
      example: '橡皮艇×4艘；水泵×2台',
    }),
    ...positionColumns('base', { zh: '驻地', en: 'Base' }),
    column({
      zh: '出动准备（分钟）',
      en: 'Readiness (minutes)',
      path: 'readinessMinutes',
      cell: number,
      example: '30',
    }),
    ...certificationColumns,
    column({
      zh: '队长账号',
      en: "Leader's sign-in",
      path: 'leader.personId',
      cell: words,
      example: 'team-leader@630100',
    }),
    column({ zh: '队长姓名', en: 'Leader', path: 'leader.name', cell: words, example: '示例队长' }),
    ...dutyContactColumns,
    periodsColumn,
  ],
  schema: TeamRowSchema,
  conversation: teamConversation,
  filters: ['kind', 'hazard'],
  listOf: ({ kind, hazard }) => teamList({ kind, hazard }),
  keyOf: ({ name }) => [name],
  nextCommand,
  rowOf: (team, { contacts }) =>
    team.status === 'retired'
      ? undefined
      : {
          ...team.details,
          dutyContact: contacts === 'shown' ? team.dutyContact : maskedContact(team.dutyContact),
          periods: team.periods,
        },
  contactReading: (reading) => ({ type: 'show-contact', ...reading }),
};
