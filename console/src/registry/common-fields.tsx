import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import type { Position } from '../../../shared/domain/vocabulary/position.ts';
import { bare, choice, choices, choicesOf } from './controls/choice-controls.tsx';
import { line, moment, number, prose, telephone, yesOrNo } from './controls/simple-controls.tsx';
import { type Control, type Field, field, needed } from './field.ts';
import { Say } from './words-shown.tsx';

/** Minutes, said beside the number. */
export const minutes: Control = number(<Say text={{ zh: '分钟', en: 'min' }} />, { min: 0 });

/** So many minutes. */
export const Minutes = ({ of }: { readonly of: number }): ReactNode => (
  <Say text={{ zh: `${of}分钟`, en: `${of} min` }} />
);

/** People. */
export const people: Control = number(undefined, { min: 1 });

/** Capability levels by YJ/T 1.1–1.6-2022. */
export const LEVEL_CHOICES = ([1, 2, 3] as const).map(
  (level) => [level, { zh: `${level}级`, en: `Level ${level}` }] as const,
);
export const level: Control = choice(LEVEL_CHOICES);

/** @returns what a level is called. */
export const levelName = (of: number): Text =>
  LEVEL_CHOICES.find(([value]) => value === of)?.[1] ?? { zh: String(of), en: String(of) };

export const hazards: Control = choices(choicesOf(HAZARDS));

/** @returns the entry's name in either language. */
export const named = ({ name, nameEn }: { readonly name: string; readonly nameEn?: string | undefined }): Text => ({
  zh: name,
  en: nameEn ?? name,
});

export const nameFields: readonly Field[] = [
  needed('name', '名称', 'Name', line),
  field('nameEn', '英文名称', 'English name', line),
];

const degrees = (most: number): Control => number('°', { min: -most, max: most });

const Place = ({ latitude, longitude, crs, place }: Position): ReactNode => (
  <>
    {place}{' '}
    <small className="muted">
      {latitude}, {longitude} ({crs})
    </small>
  </>
);

/** Shown with the place. */
const hidden = (control: Control): Control => ('input' in control ? { ...control, show: () => undefined } : control);

const place: Control = {
  ...(line as Extract<Control, { input: unknown }>),
  show: (value) => (value === undefined ? undefined : <Place {...(value as Position)} />),
};

/**
 * @param path of the position in the body.
 * @param isNeeded whether an entry may be without.
 */
export const positionFields = (path: string, of: Text, isNeeded = true): readonly Field[] => {
  const at = path.split('.');
  const required = isNeeded ? { required: true } : {};
  const crsHint = { zh: '不得填GCJ-02坐标', en: 'No GCJ-02 coordinates' };
  return [
    field(`${path}.place`, `${of.zh}地点`, `${of.en}: place`, place, { ...required, shownAt: at }),
    field(`${path}.latitude`, `${of.zh}纬度`, `${of.en}: latitude`, hidden(degrees(90)), required),
    field(`${path}.longitude`, `${of.zh}经度`, `${of.en}: longitude`, hidden(degrees(180)), required),
    field(
      `${path}.crs`,
      `${of.zh}坐标系`,
      `${of.en}: reference system`,
      hidden(choice(bare(['CGCS2000', 'WGS-84'] as const))),
      { ...required, hint: crsHint },
    ),
  ];
};

/** A certificate or an inspection. */
export const certificationFields = (path: string, of: Text, isNeeded = true): readonly Field[] => {
  const required = isNeeded ? { required: true } : {};
  return [
    field(`${path}.authority`, `${of.zh}机关`, `${of.en} by`, line, required),
    field(`${path}.number`, `${of.zh}编号`, `${of.en} number`, line, required),
    field(`${path}.expiresAt`, `${of.zh}有效期至`, `${of.en} until`, moment, required),
  ];
};

/** Things by name, number and unit. */
export const things = (row: Text): Control => ({
  row,
  rows: [
    needed('name', '名称', 'Name', line),
    needed('quantity', '数量', 'Quantity', number(undefined, { min: 0 })),
    needed('unit', '单位', 'Unit', line),
  ],
});

/** Whom to telephone. */
export const contactFields = (path: string, isNeeded: boolean): readonly Field[] => {
  const required = isNeeded ? { required: true } : {};
  return [
    field(`${path}.name`, '值班联系人', 'Duty contact', line, required),
    field(`${path}.telephone`, '值班电话', 'Duty telephone', telephone, required),
  ];
};

/** Several of whom to telephone, by turn. */
export const contacts: Control = {
  row: { zh: '联系人', en: 'Contact' },
  rows: [needed('name', '姓名', 'Name', line), needed('telephone', '电话', 'Telephone', telephone)],
};

export const KEEP_AS_IT_IS: Text = { zh: '不填则不变', en: 'Left empty, it stays as it is' };

/** Why something is done, which the ledger keeps. */
export const reason: Field = needed('reason', '理由', 'Reason', prose, {
  hint: { zh: '记入台账', en: 'The ledger keeps it' },
  wide: true,
});

/** Periods in which something can or cannot be had. */
export const periods: Field = field('periods', '可用与不可用时段', 'Periods', {
  row: { zh: '时段', en: 'Period' },
  rows: [
    needed('from', '自', 'From', moment),
    needed('until', '至', 'Until', moment),
    field('available', '此时段可用', 'Available then', yesOrNo),
    needed('reason', '事由', 'Reason', line),
  ],
});
