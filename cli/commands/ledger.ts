import type { Command } from 'commander';
import { Argument } from 'commander';
import { AGGREGATE_KINDS, type AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { ledgerRoutes } from '../../shared/http/routes/ledger.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { Ended } from '../failure.ts';
import type { Run } from '../run.ts';

const verify = async (run: Run, kind: AggregateKind, id: string): Promise<void> => {
  const { body } = await run.client().call(ledgerRoutes.verifyStory, { params: { kind, id } });
  const { intact, entries, messages, firstFault } = body;
  const what = AGGREGATE_KIND_NAMES[kind];
  const where = firstFault && `${firstFault.kind} ${firstFault.id} #${firstFault.sequence}: ${firstFault.fault}`;
  const text: Text = intact
    ? {
        zh: `${what.zh}台账完好：${entries}条记录，${messages}条签名消息。`,
        en: `The ledger of the ${what.en} is whole: ${entries} entries, ${messages} signed messages.`,
      }
    : { zh: `${what.zh}台账不完好：${where}`, en: `The ledger of the ${what.en} is not whole: ${where}` };
  run.show(body, run.words(text));
  if (!intact) throw new Ended('failed');
};

/** `ledger verify`. */
export const addLedgerCommands = (cli: Cli, program: Command): void => {
  const ledger = addCommand(cli, program, 'ledger', { zh: '台账', en: 'the ledger' });
  const say = (text: Text): string => text[cli.language];
  const kind = new Argument('<kind>', say({ zh: '事项种类', en: 'kind of thing' }));
  addCommand(cli, ledger, 'verify', { zh: '核验台账链条与签名', en: 'verify chains and signatures' })
    .addArgument(oneOf(kind, AGGREGATE_KINDS))
    .argument('<id>', say({ zh: '编号', en: 'its id' }))
    .action(action(cli, (run, what: AggregateKind, id: string) => verify(run, what, id)));
};
