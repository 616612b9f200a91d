import type { DutyContact } from '../domain/team/team-state.ts';
import { type Column, column } from './column.ts';
import { MASKED_NOTE, unlessMasked } from './masked-cell.ts';
import { words } from './simple-cells.ts';
import { given } from './table.ts';

/** Whom to telephone: personal data, which exports mask and imports leave alone where it is masked. */
export const dutyContactColumns: readonly Column[] = [
  column({
    zh: '值班联系人',
    en: 'Duty contact',
    path: 'dutyContact.name',
    cell: unlessMasked(words),
    required: false,
    example: '王示例',
    note: MASKED_NOTE,
  }),
  column({
    zh: '值班电话',
    en: 'Duty telephone',
    path: 'dutyContact.telephone',
    cell: unlessMasked(words),
    required: false,
    example: '000-0000-0001',
    note: MASKED_NOTE,
  }),
];

/**
 * @returns the contact as the row says, and as it is where the row says nothing.
 * @throws RowProblem when neither says it.
 */
export const completeContact = (
  written: { readonly name?: string | undefined; readonly telephone?: string | undefined } | undefined,
  kept: DutyContact | undefined,
): DutyContact => ({
  name: given(written?.name ?? kept?.name, ['dutyContact', 'name']),
  telephone: given(written?.telephone ?? kept?.telephone, ['dutyContact', 'telephone']),
});
