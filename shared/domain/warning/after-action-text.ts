import { named } from '../kernel/named.ts';
import type { Text } from '../kernel/text.ts';
import { yuan } from '../vocabulary/costs.ts';
import type { AfterAction } from './after-action.ts';
import { WARNING_COLOURS } from './warning-colour.ts';

const joined = (lines: readonly Text[]): Text => ({
  zh: lines.map(({ zh }) => zh).join('\n'),
  en: lines.map(({ en }) => en).join('\n'),
});

type Done = AfterAction['standbys'][number];

const periodOf = ({ from, until, minutes, note }: Done): Text => {
  const why = note ?? { zh: '', en: '' };
  if (from === undefined) return { zh: `未执行。${why.zh}`, en: `not done. ${why.en}`.trim() };
  const end = until === undefined ? { zh: '至今', en: 'still' } : { zh: `至${until}`, en: `until ${until}` };
  return {
    zh: `${from}${end.zh}，共${minutes ?? 0}分钟。${why.zh}`,
    en: `from ${from}, ${end.en}: ${minutes ?? 0} minutes. ${why.en}`.trim(),
  };
};

const lineOf = (what: Text, done: Done, more: Text = { zh: '', en: '' }): Text => {
  const period = periodOf(done);
  return {
    zh: `${what.zh}“${done.name}”：${period.zh}${more.zh}`,
    en: `${what.en} "${done.name}": ${period.en}${more.en}`,
  };
};

const carried = ({ requests }: AfterAction['agreements'][number]): readonly Text[] =>
  requests.map(({ side, partner, title, placedAt, status, committedCost, deployments }) => {
    const with_ = named('city', partner);
    const cost = yuan(committedCost);
    const { length } = deployments;
    const state = named('status', status);
    return side === 'made'
      ? {
          zh: `  ${placedAt}向${with_}请求“${title}”：${state}，出动${length}批，承诺费用${cost}元。`,
          en: `  At ${placedAt}, ${with_} was asked for "${title}": ${state}, ${length} deployments, CNY ${cost} committed.`,
        }
      : {
          zh: `  ${placedAt}收到${with_}的请求“${title}”：${state}，出动${length}批，承诺费用${cost}元。`,
          en: `  At ${placedAt}, ${with_} asked for "${title}": ${state}, ${length} deployments, CNY ${cost} committed.`,
        };
  });

const ENDS: Readonly<Record<AfterAction['status'], Text>> = {
  'in-force': { zh: '仍在有效期内', en: 'still in force' },
  expired: { zh: '到期', en: 'expired' },
  superseded: { zh: '被更新', en: 'superseded' },
  cancelled: { zh: '解除', en: 'cancelled' },
};

/** @returns the annex as people read it, a line for each thing; names of codes and moments are still to be put into words. */
export const afterActionText = (annex: AfterAction): Text => {
  const { headline, identifier, sender, colour, status, from, until, exercise } = annex;
  const colours = colour === undefined ? { zh: '', en: '' } : WARNING_COLOURS[colour];
  const drill = exercise ? { zh: '【演练】', en: '[DRILL] ' } : { zh: '', en: '' };
  const ended = until === undefined ? { zh: '', en: '' } : { zh: `，${until}`, en: ` at ${until}` };
  return joined([
    {
      zh: `${drill.zh}“${headline}”${colours.zh}预警响应情况（${sender}，${identifier}）`,
      en: `${drill.en}What was done on the ${colours.en} warning "${headline}" (${sender}, ${identifier})`,
    },
    {
      zh: `自${from}起${ended.zh}${ENDS[status].zh}；${annex.settled ? '所采取的措施均已撤销' : '尚有措施未撤销'}。`,
      en: `From ${from}; ${ENDS[status].en}${ended.en}. ${annex.settled ? 'Everything it did is undone.' : 'Not everything it did is undone.'}`,
    },
    ...annex.agreements.flatMap((one) => [lineOf({ zh: '启动协议', en: 'Armed the agreement' }, one), ...carried(one)]),
    ...annex.standbys.map((one) => lineOf({ zh: '待命队伍', en: 'On standby' }, one)),
    ...annex.notices.map((one) => {
      const { confirmedAt } = one;
      return lineOf(
        { zh: '告知协议伙伴', en: 'Told the partner of the agreement' },
        one,
        confirmedAt === undefined
          ? { zh: '尚无回执。', en: ' Not confirmed.' }
          : { zh: `${confirmedAt}回执。`, en: ` Confirmed at ${confirmedAt}.` },
      );
    }),
    ...annex.drafts.map((one) =>
      lineOf(
        { zh: '按预案起草请求', en: 'Had a request drafted by the plan' },
        one,
        one.requestStatus === undefined
          ? { zh: '', en: '' }
          : {
              zh: `该请求${named('status', one.requestStatus)}。`,
              en: ` It is ${named('status', one.requestStatus)}.`,
            },
      ),
    ),
    {
      zh: `协议项下承诺费用合计${yuan(annex.committedCost)}元${annex.complete ? '' : '（同期请求过多，未全部计入）'}。`,
      en: `CNY ${yuan(annex.committedCost)} committed under the agreements${annex.complete ? '' : ' (of the first requests of the time)'}.`,
    },
  ]);
};
