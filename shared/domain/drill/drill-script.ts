import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { type DrillInject, DrillInjectSchema, incidentOf } from './drill-inject.ts';
import { DrillObjectiveSchema } from './drill-objective.ts';

/** Injects a script may have: each is looked at whenever the clock looks at the drill. */
const MOST_INJECTS = 40;

const areDistinct = (injects: readonly DrillInject[]): boolean =>
  new Set(injects.map(({ key }) => key)).size === injects.length;

/** Whatever is about an incident comes after the inject that opens it. */
const isInOrder = (injects: readonly DrillInject[]): boolean =>
  injects.every(({ deed, atMinutes }, place) => {
    const key = incidentOf(deed);
    if (key === undefined) return true;
    const index = injects.findIndex((other) => other.key === key);
    const opening = injects[index];
    if (opening?.deed.does !== 'open-incident') return false;
    return opening.atMinutes < atMinutes || (opening.atMinutes === atMinutes && index < place);
  });

/** A drill as it is written down: what happens when, and what is to be reached. */
export const DrillScriptSchema = z
  .strictObject({
    title: wordsSchema(200),
    scenario: wordsSchema(4000),
    /** The drill ends by itself so many minutes after its start, pauses not counted. */
    lastsMinutes: z
      .int()
      .min(1)
      .max(14 * 24 * 60),
    injects: z
      .array(DrillInjectSchema)
      .min(1)
      .max(MOST_INJECTS)
      .refine(areDistinct, { ...refinement({ zh: '投送编号不得重复', en: 'each inject has a key of its own' }) })
      .refine(isInOrder, {
        ...refinement({
          zh: '投送所指事件须由更早的投送登记',
          en: 'an inject must come after the one that opens its incident',
        }),
      }),
    objectives: z.array(DrillObjectiveSchema).max(20),
  })
  .refine(({ injects, lastsMinutes }) => injects.every(({ atMinutes }) => atMinutes <= lastsMinutes), {
    path: ['lastsMinutes'],
    ...refinement({ zh: '投送不得晚于演练结束', en: 'no inject comes after the end' }),
  })
  .meta({ id: 'DrillScript' });
export type DrillScript = z.infer<typeof DrillScriptSchema>;
