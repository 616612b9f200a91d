import type { Text } from '../domain/kernel/text.ts';
import { HAZARDS } from '../domain/vocabulary/hazards.ts';
import type { CrsSchema } from '../domain/vocabulary/position.ts';
import { type Column, column } from './column.ts';
import { fromMoment, untilMoment } from './moment-cells.ts';
import { periods } from './nested-cells.ts';
import { number, oneOf, several, words } from './simple-cells.ts';

const CRS_NAMES = {
  CGCS2000: { zh: 'CGCS2000', en: 'CGCS2000' },
  'WGS-84': { zh: 'WGS-84', en: 'WGS-84' },
} as const satisfies Record<(typeof CrsSchema.options)[number], { zh: string; en: string }>;

const CRS_NOTE: Text = { zh: '不得填 GCJ-02 坐标', en: 'no GCJ-02 coordinates' };

/**
 * @param path of the position in the entry.
 * @param of what is there, to be put before the headers.
 * @param need whether an entry may be without; then all four columns are empty.
 */
export const positionColumns = (
  path: string,
  of: Text,
  need: 'required' | 'optional' = 'required',
): readonly Column[] => {
  const required = need === 'required';
  const example = (text: string): string => (required ? text : '');
  return [
    column({
      zh: `${of.zh}地点`,
      en: `${of.en} place`,
      path: `${path}.place`,
      cell: words,
      required,
      example: example('西宁市城东区'),
    }),
    column({
      zh: `${of.zh}纬度`,
      en: `${of.en} latitude`,
      path: `${path}.latitude`,
      cell: number,
      required,
      example: example('36.62'),
    }),
    column({
      zh: `${of.zh}经度`,
      en: `${of.en} longitude`,
      path: `${path}.longitude`,
      cell: number,
      required,
      example: example('101.77'),
    }),
    column({
      zh: `${of.zh}坐标系`,
      en: `${of.en} coordinate system`,
      path: `${path}.crs`,
      cell: oneOf(CRS_NAMES),
      required: false,
      ...(required ? { whenEmpty: 'CGCS2000' as const } : {}),
      example: example('CGCS2000'),
      note: CRS_NOTE,
    }),
  ];
};

export const hazardsColumn = column({
  zh: '适用灾种',
  en: 'Hazards',
  path: 'hazards',
  cell: several(oneOf(HAZARDS)),
  example: '洪涝、地震',
});

export const certificationColumns: readonly Column[] = [
  column({
    zh: '发证机关',
    en: 'Certified by',
    path: 'certification.authority',
    cell: words,
    example: '青海省应急管理厅',
  }),
  column({ zh: '证书编号', en: 'Certificate number', path: 'certification.number', cell: words, example: 'QH-W-0001' }),
  column({
    zh: '证书有效期至',
    en: 'Certified until',
    path: 'certification.expiresAt',
    cell: untilMoment,
    example: '2028-06-30',
  }),
];

/** What was arranged about times; left as it is where the cell is empty. */
export const periodsColumn = column({
  zh: '可用安排',
  en: 'Availability',
  path: 'periods',
  cell: periods,
  required: false,
  example: '',
  note: { zh: '不填则不变', en: 'left as it is when empty' },
});

export const nameColumns = (zh: string, en: string, example: string): readonly Column[] => [
  column({ zh, en, path: 'name', cell: words, example }),
  column({ zh: '英文名称', en: 'English name', path: 'nameEn', cell: words, required: false, example: '' }),
];

/** @returns the columns of something that holds for a time. */
export const termColumns = (
  from: { readonly zh: string; readonly en: string; readonly path: string; readonly example: string },
  until: { readonly zh: string; readonly en: string; readonly path: string; readonly example: string },
): readonly Column[] => [column({ ...from, cell: fromMoment }), column({ ...until, cell: untilMoment })];
