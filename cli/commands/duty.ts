import { type Command, Option } from 'commander';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { rosterRoutes } from '../../shared/http/routes/rosters.ts';
import type { OnDuty } from '../../shared/http/views/roster.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { action, addCommand, type Cli } from '../cli.ts';
import { parseMoment } from '../input.ts';
import { allPages } from '../pages.ts';
import type { Run } from '../run.ts';
import { table } from '../table.ts';

const HEADINGS: readonly Text[] = [
  { zh: '单位', en: 'office' },
  { zh: '值班电话', en: 'telephone' },
  { zh: '值班人员', en: 'on duty' },
  { zh: '带班领导', en: 'lead' },
  { zh: '至', en: 'until' },
  { zh: '联系顺序', en: 'whom to ring, in this order' },
];

const NOBODY: Text = { zh: '无人值班', en: 'nobody' };

const rowOf = (run: Run, { name, line, shift, ring }: OnDuty): readonly string[] => [
  name,
  line,
  shift?.onDuty.map((person) => person.name).join('、') || run.words(NOBODY),
  shift?.lead?.name ?? '',
  shift ? run.words(spoken({ zh: shift.until, en: shift.until })) : '',
  ring.map((person) => person.name).join(' → '),
];

const showDuty = async (run: Run, { at }: { readonly at?: Instant }): Promise<void> => {
  const asked = at === undefined ? {} : { at };
  const client = run.client();
  const offices = await allPages((page) => client.call(rosterRoutes.listOnDuty, { query: { ...asked, ...page } }));
  run.show(
    { items: offices },
    table(
      HEADINGS.map(run.words),
      offices.map((office) => rowOf(run, office)),
    ),
  );
};

/** `duty`. */
export const addDutyCommand = (cli: Cli, program: Command): void => {
  const at = new Option('--at <time>', { zh: '何时，默认现在', en: 'when; now by default' }[cli.language]);
  addCommand(cli, program, 'duty', { zh: '带班查询：各单位谁在值班', en: 'who is on duty in each office' })
    .addOption(at.argParser((text: string) => parseMoment(text, cli.world.now())))
    .action(action(cli, (run, options: { readonly at?: Instant }) => showDuty(run, options)));
};
