import type { ReactNode } from 'react';
import { REPORT_SECTIONS, type ReportContent } from '../../../shared/domain/situation-report/report-content.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { useFigureName } from '../parts/figures-table.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { changesBetween, type LISTS, type ReportChange } from './report-changes.ts';
import { REPORTS } from './reports-words.ts';

const useListed = (): ((list: (typeof LISTS)[number], content: ReportContent) => string) => {
  const { read } = useSpeech(REPORTS);
  return (list, { forces, needs, relief }) => {
    switch (list) {
      case 'forces':
        return forces
          .map(({ city, kind, teams }) => `${read(cityName(city))} ${read(RESOURCE_KINDS[kind])} × ${teams}`)
          .join('；');
      case 'needs':
        return needs
          .map(({ kind, quantity, unit = '' }) => `${read(RESOURCE_KINDS[kind])} × ${quantity} ${unit}`)
          .join('；');
      case 'relief':
        return relief.map(({ what, quantity, unit }) => `${what} × ${quantity} ${unit}`).join('；');
    }
  };
};

type Told = readonly [what: string, before: string, after: string];

const useTold = (): ((change: ReportChange) => Told) => {
  const { say, read } = useSpeech(REPORTS);
  const nameOf = useFigureName();
  const listed = useListed();
  const or = (value: string | number | undefined): string =>
    value === undefined || value === '' ? say('nothing') : String(value);
  return (change) => {
    switch (change.of) {
      case 'kind':
        return [say('editor.kind'), read(change.before), read(change.after)];
      case 'stable':
        return [say('change.stable'), say(change.before ? 'yes' : 'no'), say(change.after ? 'yes' : 'no')];
      case 'section': {
        const { section, before, after } = change;
        const name = section === 'outlook' ? say('editor.outlook') : read(REPORT_SECTIONS[section]);
        return [name, or(before), or(after)];
      }
      case 'figure':
        return [`${change.division} ${nameOf(change.figure)}`, or(change.before), or(change.after)];
      default:
        return [say(`change.${change.of}`), or(listed(change.of, change.before)), or(listed(change.of, change.after))];
    }
  };
};

interface ChangesShownProps {
  readonly label: string;
  readonly before: ReportContent;
  readonly after: ReportContent;
}

/** What a version says otherwise than another one. */
export const ChangesShown = ({ label, before, after }: ChangesShownProps): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const told = useTold();
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p className="muted">{say('change.none')}</p>;
  return (
    <WideTable label={label} heads={[say('change.section'), say('change.before'), say('change.after')]}>
      {changes.map(told).map(([what, one, other]) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          <td>
            <del>{one}</del>
          </td>
          <td>
            <ins>{other}</ins>
          </td>
        </tr>
      ))}
    </WideTable>
  );
};
