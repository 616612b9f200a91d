import type { Text } from '../../domain/kernel/text.ts';
import type { PackageDetails } from '../../domain/package/package-details.ts';
import { CellProblem } from '../cell.ts';
import { equipmentText, list, readEquipment } from '../nested-cells.ts';
import { escaped, plain } from '../notation.ts';

type Personnel = PackageDetails['personnel'][number];
type Commodity = PackageDetails['commodities'][number];

/** What has a meaning inside a part of these cells. */
const MEANINGFUL = '；;\n×xX（）()：:[]';

const PERSONNEL: Text = {
  zh: '潜水员（潜水员证）×6；后勤×2',
  en: '潜水员（潜水员证）×6；后勤×2 (role（credential）×number)',
};
const PERSONNEL_PATTERN = /^((?:\\[\s\S]|[^\\（(])+)(?:[（(]((?:\\[\s\S]|[^\\）)])+)[）)])?\s*[×xX]\s*(\d+)\s*人?$/;

const readPersonnel = (part: string): Personnel => {
  const [, role, credential, count] = PERSONNEL_PATTERN.exec(part) ?? [];
  if (role === undefined)
    throw new CellProblem({
      zh: `“${plain(part)}”应写作 ${PERSONNEL.zh}`,
      en: `"${plain(part)}" should be like ${PERSONNEL.en}`,
    });
  return {
    role: plain(role.trim()),
    ...(credential === undefined ? {} : { credential: plain(credential.trim()) }),
    number: Number(count),
  };
};

/** People by what they are needed as. */
export const personnelCell = list<Personnel>(
  readPersonnel,
  ({ role, credential, number }) =>
    `${escaped(role, MEANINGFUL)}${credential === undefined ? '' : `（${escaped(credential, MEANINGFUL)}）`}×${number}`,
  PERSONNEL,
);

const CODE = /^\[(\d{7})\]\s*([\s\S]+)$/;

/** Goods that are used up, their code before them where they have one. */
export const commoditiesCell = list<Commodity>(
  (part) => {
    const [, code, goods] = CODE.exec(part) ?? [];
    return code === undefined ? readEquipment(part) : { ...readEquipment(goods ?? ''), code };
  },
  ({ code, ...goods }) => (code === undefined ? equipmentText(goods) : `[${code}]${equipmentText(goods)}`),
  { zh: '[1010101]矿泉水×200箱；柴油×500升', en: '[1010101]矿泉水×200箱；柴油×500升 ([code]name×quantity unit)' },
);
