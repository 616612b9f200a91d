import type * as z from 'zod';
import { shiftAt, shiftBefore } from '../../../shared/domain/roster/duty-time.ts';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import type { RosterViewSchema } from '../../../shared/http/views/roster.ts';
import { isKept, retiring } from './common-acts.ts';
import { reason } from './common-fields.tsx';
import { line, moment, number, prose, telephone } from './controls/simple-controls.tsx';
import { type Control, type Field, field, needed } from './field.ts';
import type { Act } from './registry-kind.ts';
import { seriesOf } from './roster-week.ts';

export type RosterView = z.infer<typeof RosterViewSchema>;
export type Shift = RosterView['shifts'][number];

const SIGN_IN = {
  hint: { zh: '填了才能认出其当班', en: 'Without it the service cannot tell that they are on duty' },
};

const personFields = (path: string, isNeeded: boolean): readonly Field[] => {
  const required = isNeeded ? { required: true } : {};
  return [
    field(`${path}name`, '姓名', 'Name', line, required),
    field(`${path}position`, '职务', 'Position', line),
    field(`${path}telephone`, '电话', 'Telephone', telephone, required),
    field(`${path}personId`, '登录账号', 'Sign-in', line, SIGN_IN),
  ];
};

/** People who can be rung, in order. */
export const dutyPeople: Control = { row: { zh: '人员', en: 'Person' }, rows: personFields('', true) };

const lead: readonly Field[] = personFields('shifts.0.lead.', false).map((each) => ({
  ...each,
  label: { zh: `带班领导${each.label.zh}`, en: `Lead: ${each.label.en.toLowerCase()}` },
}));

const shiftFields: readonly Field[] = [
  needed('shifts.0.from', '班次自', 'From', moment),
  needed('shifts.0.until', '班次至', 'Until', moment),
  ...lead,
  field('shifts.0.onDuty', '值班人员（按联系顺序）', 'On duty, in the order in which they are rung', dutyPeople),
];

interface TypedShifts {
  readonly shifts: readonly [{ readonly from: string; readonly until: string; readonly onDuty?: readonly unknown[] }];
  /** How many such shifts follow one another. */
  readonly times?: number;
}

const shiftsOf = ({ shifts: [shift], times = 1 }: TypedShifts): object => ({
  shifts: seriesOf({ onDuty: [], ...shift }, times),
});

/** Telephones of persons are masked: who is planned anew is entered anew. */
const unmasked = <P extends { readonly telephone: string }>({ telephone: _, ...person }: P): Omit<P, 'telephone'> =>
  person;

/** @returns the roster without telephones, as a form begins with it. */
export const withoutTelephones = (roster: RosterView): object => ({
  ...roster,
  escalation: roster.escalation.map(unmasked),
});

const planning: Act<RosterView> = {
  contract: rosterRoutes.planShifts,
  label: { zh: '排班', en: 'Plan shifts' },
  about: {
    zh: '可一次排同样人员的若干个连续班次；与已有班次同时开始的，替换该班次。',
    en: 'Several shifts of the same people can be planned one after the other; one that begins when another does takes its place.',
  },
  fields: [
    ...shiftFields,
    field('times', '连续几个班次', 'How many such shifts', number(undefined, { min: 1, max: 14 })),
  ],
  startsWith: ({ shifts }) => ({ shifts: [{ from: shifts.at(-1)?.until, onDuty: [{}] }], times: 1 }),
  bodyOf: (values) => shiftsOf(values as TypedShifts),
  isOpen: isKept,
};

/** @returns the act by which others take a shift over (替班). */
export const replacingShift = (shift: Shift): Act<RosterView> => ({
  contract: rosterRoutes.planShifts,
  label: { zh: '替班', en: 'Replace' },
  about: { zh: '个人电话已隐去，请重新填写。', en: 'Telephones are masked: enter them again.' },
  fields: shiftFields,
  startsWith: () => ({
    shifts: [
      {
        from: shift.from,
        until: shift.until,
        ...(shift.lead ? { lead: unmasked(shift.lead) } : {}),
        onDuty: shift.onDuty.map(unmasked),
      },
    ],
  }),
  bodyOf: (values) => shiftsOf(values as TypedShifts),
  isOpen: (view, now) => isKept(view) && shift.until > now,
});

/** @returns the act by which a shift that has not begun is taken out. */
export const removingShift = ({ from }: Shift): Act<RosterView> => ({
  contract: rosterRoutes.removeShift,
  label: { zh: '取消班次', en: 'Remove the shift' },
  fields: [reason],
  danger: true,
  bodyOf: (values) => ({ ...values, from }),
  isOpen: (view, now) => isKept(view) && from > now,
});

const handingOver: Act<RosterView> = {
  contract: rosterRoutes.handOverDuty,
  label: { zh: '交接班', en: 'Hand over' },
  about: { zh: '交给当前班次。', en: 'The duty goes to the present shift.' },
  fields: [
    needed('handedOverBy', '交班人', 'Handed over by', line),
    needed('takenOverBy', '接班人', 'Taken over by', line),
    field('notes', '交接事项', 'What there is to say', prose, { wide: true }),
  ],
  startsWith: ({ shifts }, now) => {
    const present = shiftAt(shifts, now);
    const before = present && shiftBefore(shifts, present);
    return { handedOverBy: before?.onDuty[0]?.name, takenOverBy: present?.onDuty[0]?.name };
  },
  bodyOf: (values) => ({ notes: '', ...values }),
  isOpen: (view, now) => {
    const present = shiftAt(view.shifts, now);
    return isKept(view) && present !== undefined && present.handover === undefined;
  },
};

/** What can be done to a roster as a whole. */
export const ROSTER_ACTS: readonly Act<RosterView>[] = [
  planning,
  handingOver,
  retiring(rosterRoutes.discontinueRoster, { zh: '停用', en: 'Discontinue' }),
];
