import { type Command, Option } from 'commander';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { type SourceName, SourceNameSchema } from '../../shared/domain/sourcing/candidate.ts';
import { PlanOptionsSchema } from '../../shared/domain/sourcing/sourcing-plan.ts';
import { sourcingRoutes } from '../../shared/http/routes/sourcing.ts';
import type { SourcingPlanView } from '../../shared/http/views/sourcing.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { Ended } from '../failure.ts';
import type { Run } from '../run.ts';
import { shownPlacement, shownPlan } from '../sourcing-table.ts';

interface PlanOptions {
  readonly from?: SourceName[];
  readonly prefer: 'arrival' | 'cost';
}

interface PlaceOptions extends PlanOptions {
  readonly plan?: string;
}

const readPlan = async (run: Run, requestId: string, { from, prefer }: PlanOptions): Promise<SourcingPlanView> => {
  const query = { prefer, ...(from && { from: from.join(',') }) };
  return (await run.client().call(sourcingRoutes.planSourcing, { params: { requestId }, query })).body;
};

const plan = async (run: Run, requestId: string, options: PlanOptions): Promise<void> => {
  const made = await readPlan(run, requestId, options);
  const { planVersion } = made;
  const next: Text = {
    zh: `落实：npx shouwang place ${requestId} --plan ${planVersion}`,
    en: `To place it: npx shouwang place ${requestId} --plan ${planVersion}`,
  };
  run.show(made, `${shownPlan(run, made)}\n\n${run.words(next)}`);
};

const place = async (run: Run, requestId: string, options: PlaceOptions): Promise<void> => {
  const { from, prefer } = options;
  const made = await readPlan(run, requestId, options);
  const planVersion = options.plan ?? made.planVersion;
  const body = { planVersion, prefer, ...(from && { from }) };
  const placed = await run.client().call(sourcingRoutes.placeSourcingPlan, { params: { requestId }, body });
  run.show(placed.body, shownPlacement(run, placed.body, made));
  if (!placed.body.complete) throw new Ended('failed');
};

/** `plan` and `place`. */
export const addSourcingCommands = (cli: Cli, program: Command): void => {
  const add = (flags: string, text: Text): Option => new Option(flags, text[cli.language]);
  const id = { zh: '请求编号', en: 'id of the request' }[cli.language];
  const from = () =>
    oneOf(
      add('--from <source...>', { zh: '筹措来源，默认全部', en: 'where to draw on; everywhere by default' }),
      SourceNameSchema.options,
    );
  const prefer = () =>
    oneOf(
      add('--prefer <what>', { zh: '优先什么，默认到达时间', en: 'what comes first; the arrival by default' }),
      PlanOptionsSchema.shape.prefer.options,
    ).default('arrival');
  addCommand(cli, program, 'plan', {
    zh: '筹措方案：谁能派什么，为何选用或不选',
    en: 'plan who could send what for a request, and why or why not',
  })
    .argument('<id>', id)
    .addOption(from())
    .addOption(prefer())
    .action(action(cli, (run, requestId: string, options: PlanOptions) => plan(run, requestId, options)));
  addCommand(cli, program, 'place', {
    zh: '一次落实筹措方案：请求伙伴、派本市队伍、派任务给联动单位',
    en: 'place a sourcing plan in one call: ask partners, send own teams, task agencies',
  })
    .argument('<id>', id)
    .addOption(
      add('--plan <version>', {
        zh: '方案版本；不写则按当前方案',
        en: 'version of the plan; that of the moment unless given',
      }),
    )
    .addOption(from())
    .addOption(prefer())
    .action(action(cli, (run, requestId: string, options: PlaceOptions) => place(run, requestId, options)));
};
