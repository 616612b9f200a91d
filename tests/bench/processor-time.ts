import { readFileSync } from 'node:fs';

/** Processor time spent so far, milliseconds: in this process, and by the engine that it started. */
export interface ProcessorTime {
  readonly serviceMs: number;
  readonly engineMs: number;
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

const childrenOf = (pid: string): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);

/** The engine is a child of its keeper, which is one of ours. */
const enginePid = (): string => {
  const found = childrenOf(String(process.pid))
    .flatMap(childrenOf)
    .find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dynoxide'));
  if (found === undefined) throw new Error('this process has no engine');
  return found;
};

/** @returns user and system time of a process (fields 14 and 15 of its `stat`). */
const spentBy = (pid: string): number => {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = '0', system = '0'] = fields.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MS;
};

/** Says something of what is done even when others use the machine at the same time. */
export const processorTime = (): ProcessorTime => ({
  serviceMs: spentBy(String(process.pid)),
  engineMs: spentBy(enginePid()),
});
