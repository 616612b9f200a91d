import { named } from '../../domain/kernel/named.ts';
import type { Language, Text } from '../../domain/kernel/text.ts';
import { FIGURE_NAMES, FIGURES, type Figures, totalOf } from '../../domain/situation-report/figures.ts';
import {
  type DivisionFigures,
  REPORT_KINDS,
  REPORT_SECTIONS,
  type ReportContent,
} from '../../domain/situation-report/report-content.ts';
import type { ReportVersion } from '../../domain/situation-report/report-version.ts';
import type { SituationReportState } from '../../domain/situation-report/situation-report-state.ts';
import { RESOURCE_KINDS } from '../../domain/vocabulary/resource-kinds.ts';
import { spoken } from '../../reference/spoken.ts';

const NOTHING: Text = { zh: '无', en: 'nothing known' };

const listed = (parts: readonly string[], language: Language): string => parts.join(language === 'zh' ? '，' : ', ');

const figuresIn = (figures: Figures, language: Language): string => {
  const parts = FIGURE_NAMES.flatMap((figure) => {
    const value = figures[figure];
    if (value === undefined) return [];
    const { name, unit } = FIGURES[figure];
    return language === 'zh' ? `${name.zh}${value}${unit.zh}` : `${name.en} ${value}${unit.en && ` ${unit.en}`}`;
  });
  return parts.length === 0 ? NOTHING[language] : listed(parts, language);
};

const divisionsIn = (divisions: readonly DivisionFigures[], language: Language): string =>
  divisions
    .map(({ division, name, figures }) => {
      const place = name === undefined ? division : `${name}（${division}）`;
      return language === 'zh'
        ? `${place}：${figuresIn(figures, 'zh')}`
        : `${place.replace('（', ' (').replace('）', ')')}: ${figuresIn(figures, 'en')}`;
    })
    .join(language === 'zh' ? '；' : '; ');

const consequences = ({ consequences: words, divisions }: ReportContent, language: Language): string => {
  const totals = figuresIn(totalOf(divisions.map(({ figures }) => figures)), language);
  const parts = [
    totals,
    ...(divisions.length > 1 ? [divisionsIn(divisions, language)] : []),
    ...(words ? [words] : []),
  ];
  return parts.join(language === 'zh' ? '。' : '. ');
};

const forcesIn = ({ forces }: ReportContent, language: Language): string =>
  listed(
    forces.map(({ city, kind, teams, people }) =>
      language === 'zh'
        ? `${named('city', city)}${RESOURCE_KINDS[kind].zh}${teams}支${people === undefined ? '' : `${people}人`}`
        : `${named('city', city)} ${RESOURCE_KINDS[kind].en} ${teams}${people === undefined ? '' : ` (${people} people)`}`,
    ),
    language,
  );

const reliefIn = ({ relief }: ReportContent, language: Language): string =>
  listed(
    relief.map(({ what, quantity, unit }) =>
      language === 'zh' ? `${what}${quantity}${unit}` : `${what} ${quantity} ${unit}`,
    ),
    language,
  );

const needsIn = ({ needs }: ReportContent, language: Language): string =>
  listed(
    needs.map(({ kind, quantity, unit = '', words = '' }) =>
      language === 'zh'
        ? `${RESOURCE_KINDS[kind].zh}${quantity}${unit}${words && `（${words}）`}`
        : `${RESOURCE_KINDS[kind].en} ${quantity} ${unit}${words && ` (${words})`}`.trim(),
    ),
    language,
  );

const joined = (language: Language, ...parts: readonly (string | undefined)[]): string => {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? NOTHING[language] : said.join(language === 'zh' ? '。' : '. ');
};

/** The headings of official reports, in their order. */
const sections = (
  { incident }: Pick<SituationReportState, 'incident'>,
  content: ReportContent,
  language: Language,
): readonly (readonly [heading: Text, said: string])[] => {
  const { source, cause, nature, course, scope, trend, response, measures, advice, outlook } = content;
  const prefixed = (zh: string, en: string, words: string): string =>
    words && (language === 'zh' ? `${zh}${words}` : `${en}${words}`);
  return [
    [{ zh: '时间', en: 'Time' }, incident.occurredAt],
    [{ zh: '地点', en: 'Place' }, incident.position.place],
    [REPORT_SECTIONS.source, source],
    [REPORT_SECTIONS.cause, joined(language, cause)],
    [REPORT_SECTIONS.nature, joined(language, nature)],
    [REPORT_SECTIONS.course, course],
    [REPORT_SECTIONS.consequences, consequences(content, language)],
    [REPORT_SECTIONS.scope, joined(language, scope)],
    [REPORT_SECTIONS.trend, joined(language, trend, outlook)],
    [
      REPORT_SECTIONS.response,
      joined(
        language,
        response,
        prefixed('投入力量：', 'Forces at work: ', forcesIn(content, language)),
        prefixed('救助物资：', 'Relief given: ', reliefIn(content, language)),
      ),
    ],
    [REPORT_SECTIONS.measures, joined(language, measures)],
    [REPORT_SECTIONS.advice, joined(language, advice, prefixed('需求：', 'Needs: ', needsIn(content, language)))],
  ];
};

const heading = (report: SituationReportState, { number, content }: ReportVersion): Text => {
  const kind = REPORT_KINDS[content.kind];
  const { title } = report.incident;
  const corrected = content.corrects;
  return {
    zh: `${report.exercise ? '【演练】' : ''}关于“${title}”的${kind.zh}（第${number}版${corrected === undefined ? '' : `，更正第${corrected}版`}）`,
    en: `${report.exercise ? '[Exercise] ' : ''}${kind.en} on "${title}" (version ${number}${corrected === undefined ? '' : `, corrects version ${corrected}`})`,
  };
};

/** @returns a version as it is printed: heading, the sections in official order, who signed and when. */
export const reportText = (report: SituationReportState, version: ReportVersion): Text => {
  const { content, signature } = version;
  const title = heading(report, version);
  const lines = (language: Language): string[] =>
    sections(report, content, language).map(([name, said], index) =>
      language === 'zh' ? `${index + 1}．${name.zh}：${said}` : `${index + 1}. ${name.en}: ${said}`,
    );
  const reasoned = content.reason;
  return spoken({
    zh: [
      title.zh,
      `报送单位：${named('city', report.city)}　数据截至：${content.asOf}`,
      ...lines('zh'),
      ...(reasoned === undefined ? [] : [`更正说明：${reasoned}`]),
      `签发：${signature.by.name}　${signature.at}`,
    ].join('\n'),
    en: [
      title.en,
      `Reported by ${named('city', report.city)}, as of ${content.asOf}`,
      ...lines('en'),
      ...(reasoned === undefined ? [] : [`Reason for the change: ${reasoned}`]),
      `Signed by ${signature.by.name}, ${signature.at}`,
    ].join('\n'),
  });
};
