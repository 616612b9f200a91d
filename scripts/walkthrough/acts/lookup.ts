import type { LookupResult } from '../../../shared/http/routes/lookup.ts';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import { keepRoster } from '../../seed/rosters.ts';
import { eventually } from '../eventually.ts';
import { type Stage, XINING } from '../stage.ts';

/** What is looked for near Lanzhou, and the same by the initials of its pinyin. */
const WORDS = '地质灾害 滑坡 监测';
const INITIALS = 'hpjc';

/** Entries come into the index by events, a moment after they were written. */
const lookUp = ({ desk }: Stage, query: { readonly q: string; readonly near?: string }): Promise<LookupResult> =>
  eventually(
    async () => {
      const { body } = await desk('coordinator', XINING).call(lookupRoutes.lookUp, { query: { ...query, limit: 3 } });
      return body.items.length > 0 && body;
    },
    { what: `an entry found by ${query.q}` },
  );

/** Xining looks up who knows of landslides: own and partners' entries in one list, each with why it stands where it does. */
export const lookAround = async (stage: Stage): Promise<void> => {
  const near = await lookUp(stage, { q: WORDS, near: '兰州' });
  const [first] = near.items;
  const why = (language: 'zh' | 'en') => first?.reasons.map(({ text }) => text[language]) ?? [];
  stage.tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `在兰州附近检索“${WORDS}”：${near.found}项，首位“${first?.entry.name}”——${why('zh').join('，')}。`,
      en: `Looks up "${WORDS}" (landslide monitoring) near Lanzhou: ${near.found} entries; why the first is first: ${why('en').join('; ')}.`,
    },
  });
  const byInitials = await lookUp(stage, { q: INITIALS });
  stage.tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `只打拼音首字母“${INITIALS}”：${byInitials.found}项，首位“${byInitials.items[0]?.entry.name}”。`,
      en: `Types nothing but the initials of its pinyin, "${INITIALS}": ${byInitials.found} entries.`,
    },
  });
};

/** Who is on duty, and whom to ring next (带班查询). */
export const seeWhoIsOnDuty = async ({ desk, tell, now }: Stage): Promise<void> => {
  await keepRoster(desk, XINING, now());
  const { body } = await desk('duty-officer', XINING).call(rosterRoutes.listOnDuty, { query: {} });
  const office = body.items.find(({ kind }) => kind === 'city');
  if (!office?.shift) throw new Error('nobody is on duty in Xining');
  const order = office.ring.map(({ name }) => name);
  tell({
    city: XINING,
    role: 'duty-officer',
    text: {
      zh: `带班查询：${office.name}，依次联系${order.join('、')}。`,
      en: `Asks who is on duty: ${office.shift.onDuty.length} people in the duty room, ${order.length} to ring in turn.`,
    },
  });
};
