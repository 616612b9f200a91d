import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { WARNING_COLOURS } from '../warning/warning-colour.ts';
import type { AwarenessCommand } from './awareness-commands.ts';
import { type AwarenessEvent, AwarenessEventSchema } from './awareness-events.ts';
import { awarenessListings } from './awareness-listings.ts';
import type { AwarenessNotice } from './awareness-notice.ts';
import { type AwarenessState, AwarenessStateSchema } from './awareness-state.ts';
import { decideAwareness } from './decide-awareness.ts';
import { evolveAwareness } from './evolve-awareness.ts';

const fearedIn = ({ headline, colour, where }: AwarenessNotice) => {
  const colours = colour === undefined ? { zh: '', en: '' } : WARNING_COLOURS[colour];
  return {
    zh: `“${headline}”（${colours.zh}预警${where === '' ? '' : `，${where}`}）`,
    en: `"${headline}" (${`${colours.en} warning`.trim()}${where === '' ? '' : `, ${where}`})`,
  };
};

const mayAskIn = ({ mayAsk }: AwarenessNotice) => {
  const kinds = mayAsk.map(({ kind, quantity }) => `${named('kind', kind)} ×${quantity}`);
  return kinds.length === 0
    ? { zh: '', en: '' }
    : { zh: `可能请求：${kinds.join('、')}。`, en: ` It may ask for: ${kinds.join(', ')}.` };
};

/** The city that is told hears of it at once; the city that tells knows. */
const notices = (event: AwarenessEvent, { side, teller: by, notice }: AwarenessState): readonly NoticeDraft[] => {
  const feared = fearedIn(notice);
  const teller = named('city', by);
  if (event.type === 'awarenessMessageFailed')
    return [failureNotice(event.failure, { zh: '预警告知', en: 'an awareness notice' })];
  if (side === 'teller') return [];
  switch (event.type) {
    case 'partnerTold': {
      const mayAsk = mayAskIn(notice);
      return [
        urgent(
          `${teller}告知：${feared.zh}，至${notice.until}，暂无请求。${mayAsk.zh}`,
          `${teller} lets you know of ${feared.en} until ${notice.until}; it asks for nothing yet.${mayAsk.en}`,
        ),
      ];
    }
    case 'awarenessStoodDown':
      return [
        routine(
          `${teller}解除告知：${feared.zh}。${event.reason}`,
          `${teller} stands down its notice of ${feared.en}: ${event.reason}`,
        ),
      ];
    case 'awarenessRanOut':
      return [routine(`${teller}的告知已到期：${feared.zh}。`, `The notice of ${teller} of ${feared.en} has run out.`)];
  }
};

/** What a city tells a partner that it fears, in time and without asking for anything yet. */
export const awareness: Aggregate<AwarenessState, AwarenessCommand, AwarenessEvent> = {
  kind: 'awareness',
  stateSchema: AwarenessStateSchema,
  eventSchema: AwarenessEventSchema,
  decide: decideAwareness,
  evolve: evolveAwareness,
  /** The teller stands it down when its warning is over; the partner's own clock ends it if it never hears of that. */
  dueAt: ({ side, status, notice }) => (side === 'told' && status === 'in-effect' ? notice.until : undefined),
  listings: awarenessListings,
  notices,
  isExercise: ({ notice }) => notice.exercise,
  authority: ({ notice }) => notice.agreementId,
};
