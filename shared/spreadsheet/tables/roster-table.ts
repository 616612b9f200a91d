import * as z from 'zod';
import type { AgencyState } from '../../domain/agency/agency-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import type { RosterCommand } from '../../domain/roster/roster-commands.ts';
import { OFFICE_LIST } from '../../domain/roster/roster-listings.ts';
import {
  type DutyPerson,
  DutyPersonSchema,
  dutyRoomOffice,
  type KeptShift,
  OfficeDetailsSchema,
  RosterShiftSchema,
  type RosterState,
} from '../../domain/roster/roster-state.ts';
import { agencyConversation } from '../../exchange/conversations/agency.ts';
import { rosterConversation } from '../../exchange/conversations/roster.ts';
import { maskedTelephone } from '../../http/views/team.ts';
import { column } from '../column.ts';
import { unlessMasked } from '../masked-cell.ts';
import { fromMoment } from '../moment-cells.ts';
import { words } from '../simple-cells.ts';
import { agreed, given, type RegistryTable, type RowContext, type RowInput } from '../table.ts';
import { dutyPersonCell, dutyPersonsCell } from './duty-person-cell.ts';

/** What the city's own duty room is called in the column of offices. */
const CITY = '市值班室';

const RosterRowSchema = z.object({
  office: OfficeDetailsSchema.shape.name,
  line: OfficeDetailsSchema.shape.line,
  from: InstantSchema,
  until: InstantSchema,
  lead: DutyPersonSchema.optional(),
  onDuty: z.array(DutyPersonSchema).optional(),
});
type RosterRow = z.infer<typeof RosterRowSchema>;

const withoutHandover = ({ handover: _, ...shift }: KeptShift) => shift;

const nextCommand = ({
  row,
  state,
  id,
  named: [agency],
}: RowInput<RosterRow, RosterState>): RosterCommand | undefined => {
  const { office: name, line, from, until } = row;
  if (state?.status !== 'kept') {
    const of = agency ? { of: { agency: agency.state as AgencyState } } : {};
    return { type: 'establish', id, ...of, office: { name, line, escalation: state?.office.escalation ?? [] } };
  }
  if (state.office.line !== line) return { type: 'change-office', office: { ...state.office, line } };
  const kept = state.shifts.find((shift) => shift.from === from);
  const lead = row.lead ?? kept?.lead;
  const onDuty = [...given(row.onDuty ?? kept?.onDuty, ['onDuty'])];
  const shift = agreed(RosterShiftSchema, { from, until, onDuty, ...(lead ? { lead } : {}) });
  return kept && sameContent(withoutHandover(kept), shift) ? undefined : { type: 'plan-shifts', shifts: [shift] };
};

const masked = (person: DutyPerson): DutyPerson => ({ ...person, telephone: maskedTelephone(person.telephone) });

const rowsOf = (roster: RosterState, { parts }: RowContext): unknown => {
  if (roster.status !== 'kept') return undefined;
  const agency = parts.get({ kind: 'agency', id: roster.id })?.state as AgencyState | undefined;
  const office = agency?.details.name ?? CITY;
  return roster.shifts.map((shift) => ({
    ...{ office, line: roster.office.line, from: shift.from, until: shift.until },
    ...(shift.lead ? { lead: masked(shift.lead) } : {}),
    onDuty: shift.onDuty.map(masked),
  }));
};

const note = {
  zh: '已排的班次不填或保留 * 号则不变',
  en: 'of a shift that is planned, empty or with * means unchanged',
};

/** Shifts of duty rosters, known by office and beginning; a row plans one. */
export const rosterTable: RegistryTable<RosterRow, RosterState> = {
  kind: 'roster',
  name: { zh: '值班表', en: 'Rosters' },
  columns: [
    column({
      zh: '单位',
      en: 'Office',
      path: 'office',
      cell: words,
      example: CITY,
      note: { zh: `“${CITY}”或已登记联动单位的名称`, en: `${CITY} (the city's duty room) or a registered agency` },
    }),
    column({ zh: '值班电话', en: 'Line', path: 'line', cell: words, example: '000-0000-0100' }),
    column({ zh: '班次开始', en: 'From', path: 'from', cell: fromMoment, example: '2027-01-01 08:00' }),
    column({ zh: '班次结束', en: 'Until', path: 'until', cell: fromMoment, example: '2027-01-02 08:00' }),
    column({
      ...{ zh: '带班领导', en: 'Lead', path: 'lead', cell: unlessMasked(dutyPersonCell), required: false, note },
      example: '马示例（副局长）：000-0000-0101',
    }),
    column({
      ...{ zh: '值班人员', en: 'On duty', path: 'onDuty', cell: unlessMasked(dutyPersonsCell), required: false, note },
      example: '王示例（值班员）：000-0000-0102；李示例：000-0000-0103',
    }),
  ],
  schema: RosterRowSchema,
  conversation: rosterConversation,
  others: [agencyConversation],
  filters: [],
  listOf: () => OFFICE_LIST,
  cardId: 'officeId',
  references: ({ office }) => (office === CITY ? [] : [{ kind: 'agency', key: [office], path: ['office'] }]),
  keyOf: ({ office, from }) => [office, from],
  entryOf: ([agency], city) => agency?.id ?? dutyRoomOffice(city),
  nextCommand,
  partsOf: ({ kind, id }) => (kind === 'agency' ? [{ kind: 'agency', id }] : []),
  rowOf: rowsOf,
};
