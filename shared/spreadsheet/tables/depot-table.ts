import type * as z from 'zod';
import type { DepotCommand } from '../../domain/depot/depot-commands.ts';
import { DEPOT_LIST } from '../../domain/depot/depot-listings.ts';
import { DepotDetailsSchema, type DepotState } from '../../domain/depot/depot-state.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import { DutyContactSchema } from '../../domain/team/team-state.ts';
import { depotConversation } from '../../exchange/conversations/depot.ts';
import { maskedContact } from '../../http/views/team.ts';
import { column } from '../column.ts';
import { nameColumns, positionColumns } from '../common-columns.ts';
import { completeContact, dutyContactColumns } from '../contact-columns.ts';
import { number, words } from '../simple-cells.ts';
import type { RegistryTable, RowInput } from '../table.ts';

const DepotRowSchema = DepotDetailsSchema.extend({ dutyContact: DutyContactSchema.partial().optional() });
type DepotRow = z.infer<typeof DepotRowSchema>;

const nextCommand = ({ row, state, id }: RowInput<DepotRow, DepotState>): DepotCommand | undefined => {
  const { dutyContact: written, ...details } = row;
  const dutyContact = completeContact(written, state?.dutyContact);
  if (!state) return { type: 'register', id, details, dutyContact };
  const kept = { details: state.details, dutyContact: state.dutyContact };
  return sameContent(kept, { details, dutyContact }) ? undefined : { type: 'change', details, dutyContact };
};

/** Depots, known by their names. */
export const depotTable: RegistryTable<DepotRow, DepotState> = {
  kind: 'depot',
  name: { zh: '仓库', en: 'Depots' },
  columns: [
    ...nameColumns('仓库名称', 'Depot', '西宁示例救灾物资库'),
    column({ zh: '管理单位', en: 'Keeper', path: 'keeper', cell: words, example: '西宁市应急管理局' }),
    ...positionColumns('position', { zh: '所在', en: 'Site' }),
    column({
      zh: '出库准备（分钟）',
      en: 'Readiness (minutes)',
      path: 'readinessMinutes',
      cell: number,
      example: '60',
    }),
    ...dutyContactColumns,
  ],
  schema: DepotRowSchema,
  conversation: depotConversation,
  filters: [],
  listOf: () => DEPOT_LIST,
  keyOf: ({ name }) => [name],
  nextCommand,
  rowOf: ({ status, details, dutyContact }, { contacts }) =>
    status === 'retired'
      ? undefined
      : { ...details, dutyContact: contacts === 'shown' ? dutyContact : maskedContact(dutyContact) },
  contactReading: (reading) => ({ type: 'show-contact', ...reading }),
};
