import type { Text } from '../../shared/domain/kernel/text.ts';
import type { Picked } from '../../shared/domain/sourcing/placement-parts.ts';
import type { SourcingPlan } from '../../shared/domain/sourcing/sourcing-plan.ts';
import { ProblemError } from '../../shared/http/problem.ts';
import { spoken } from '../../shared/reference/spoken.ts';

const NOT_FOUND: Text = { zh: '已不在可选之列', en: 'is not to be found any more' };

/** Those picked whom the plan does not choose, each with why. */
const strangers = ({ items }: SourcingPlan, only: readonly Picked[] = []): ProblemError['fields'] =>
  only.flatMap(({ itemId, id }, index) => {
    const item = items.find((each) => each.itemId === itemId);
    if (item?.chosen.some((choice) => choice.id === id)) return [];
    const left = item?.notChosen.find((each) => each.id === id);
    return [{ pointer: `/only/${index}`, detail: spoken(left?.reason ?? NOT_FOUND) }];
  });

/** @returns what a placement is answered with when the plan that was seen is not what would be planned now. */
export const planChanged = (
  plan: SourcingPlan,
  planVersion: string,
  only: readonly Picked[] | undefined,
): ProblemError =>
  new ProblemError(
    409,
    'sourcing-plan-changed',
    {
      zh: '情况已变化，方案与所见不同；请查看新方案后再落实。',
      en: 'Things have changed and the plan is not the one you saw; look at it anew before it is placed.',
    },
    { parameters: { planVersion, filled: plan.totals.filled, open: plan.totals.open }, fields: strangers(plan, only) },
  );

/** @returns the problem of picking somebody whom the plan does not choose, if anybody is. */
export const notInPlan = (plan: SourcingPlan, only: readonly Picked[] | undefined): ProblemError | undefined => {
  const fields = strangers(plan, only);
  return fields.length === 0
    ? undefined
    : new ProblemError(
        422,
        'not-in-sourcing-plan',
        { zh: '所选的并非全部在方案之中。', en: 'Not all that is picked is in the plan.' },
        { fields },
      );
};

/** @returns what placing a plan is answered with in which nobody is chosen. */
export const nothingToPlace = (): ProblemError =>
  new ProblemError(409, 'nothing-to-place', {
    zh: '方案中没有可落实的力量。',
    en: 'Nobody is chosen in the plan; there is nothing to place.',
  });
