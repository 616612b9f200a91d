import { isKept } from '../common-acts.ts';
import { reference } from '../controls/reference-control.tsx';
import { line, telephone } from '../controls/simple-controls.tsx';
import { DutyNow, LINES_READING } from '../duty-now.tsx';
import { EntryName } from '../entry-name.tsx';
import { field, needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { registryKind } from '../registry-kind.ts';
import { dutyPeople, ROSTER_ACTS, withoutTelephones } from '../roster-acts.ts';
import { RosterShifts } from '../roster-shifts.tsx';
import { ROSTER } from '../roster-words.ts';
import { screensOf } from '../screens-of.ts';

const both = (name: string) => ({ zh: name, en: name });

/** Who is on duty, office by office. */
export const ROSTERS = registryKind({
  ...REGISTRY_AREAS.roster,
  idOf: ({ officeId }) => officeId,
  nameOf: ({ name }) => both(name),
  filters: [],
  columns: [
    {
      title: { zh: '单位', en: 'Office' },
      cell: ({ officeId, name }) => <EntryName kind="roster" id={officeId} name={both(name)} />,
    },
    { title: ROSTER.words.line, width: '12rem', cell: (row) => row.line },
    { title: ROSTER.words.escalation, cell: ({ escalation }) => escalation.map(({ name }) => name).join('、') || '—' },
  ],
  sections: [
    section(
      '单位',
      'Office',
      needed('name', '单位名称', 'Name', line),
      needed('line', '值班电话', 'Duty telephone', telephone),
      field('escalation', '后续联系（无人接听时依次联系）', 'Whom to ring when nobody on duty answers', dutyPeople, {
        hint: {
          zh: '个人电话已隐去，更改时请重新填写',
          en: 'Telephones are masked: enter them again when you change it',
        },
      }),
    ),
  ],
  registering: [
    section(
      '联动单位',
      'Partner agency',
      field('agencyId', '联动单位', 'Partner agency', reference('agency'), {
        hint: { zh: '不选即市值班室', en: "With none, it is the city's duty room" },
      }),
    ),
  ],
  blank: { escalation: [] },
  changeFrom: withoutTelephones,
  isKept,
  acts: ROSTER_ACTS,
  contact: { ...LINES_READING, masked: ({ line: telephoneOfOffice }) => [{ telephone: telephoneOfOffice }] },
  standing: ({ discontinuation }) => [[{ zh: '停用理由', en: 'Why it was discontinued' }, discontinuation?.reason]],
  Panels: RosterShifts,
  AboveList: DutyNow,
});

export const ROSTER_SCREENS = screensOf(ROSTERS);
