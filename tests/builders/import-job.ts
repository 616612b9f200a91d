import type { CellError } from '../../shared/domain/import-job/cell-error.ts';
import { importJob } from '../../shared/domain/import-job/import-job.ts';
import type { ImportJobCommand } from '../../shared/domain/import-job/import-job-commands.ts';
import { type ImportJobState, ImportJobStateSchema } from '../../shared/domain/import-job/import-job-state.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import { circumstances, XINING } from './circumstances.ts';

export const IMPORT_ID = '0190b000-0000-7000-8000-000000000801';
export const inXining = circumstances({ city: XINING, role: 'coordinator' });

export const aCellError = (row = 3): CellError => ({
  ...{ sheet: '救援队伍', row, column: '人数', cell: `F${row}` },
  reason: { zh: '“十”不是数字', en: '"十" is not a number' },
});

const NOTHING_WRONG = { errors: 0, firstErrors: [] };
const FILE = { digest: 'digest-of-the-file', rows: 700, parts: 2 };

/** What brings an import further; each as it comes when all goes well. */
export const importCommands = {
  open: { type: 'open', id: IMPORT_ID, kind: 'team', fileName: '队伍.xlsx', size: 1000 },
  check: { type: 'check', size: 1000 },
  noteFile: { type: 'note-file', file: FILE, ...NOTHING_WRONG },
  refuseFile: { type: 'refuse-file', problem: { zh: '文件是空的', en: 'The file is empty' } },
  noteChecked: (part: number): ImportJobCommand => ({
    ...{ type: 'note-checked', part, rows: 350, ...NOTHING_WRONG },
    tally: { registered: 300, changed: 40, unchanged: 10 },
  }),
  apply: { type: 'apply', digest: FILE.digest },
  noteApplied: (part: number): ImportJobCommand => ({ type: 'note-applied', part, rows: 350, ...NOTHING_WRONG }),
  cancel: { type: 'cancel', reason: '发错文件' },
} as const satisfies Record<string, ImportJobCommand | ((part: number) => ImportJobCommand)>;

/** @returns the import after these commands, each of which must be accepted. */
export const importAfter = (
  commands: readonly ImportJobCommand[],
  before?: ImportJobState,
  where: Circumstances = inXining,
): ImportJobState => {
  let state = before;
  for (const command of commands) {
    const decision = importJob.decide(state, command, where);
    if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
    for (const event of decision.events) state = importJob.evolve(state, importJob.eventSchema.parse(event));
  }
  return ImportJobStateSchema.parse(state);
};

const { open, check, noteFile, noteChecked, apply, noteApplied } = importCommands;
const wrong = { ...noteChecked(1), errors: 1, firstErrors: [aCellError()] } as ImportJobCommand;
const TO_CHECKING = [open, check, noteFile];
const TO_READY = [...TO_CHECKING, noteChecked(0), noteChecked(1)];

/** An import in each of its states. */
export const importIn = {
  'awaiting-file': () => importAfter([open]),
  reading: () => importAfter([open, check]),
  checking: () => importAfter(TO_CHECKING),
  rejected: () => importAfter([...TO_CHECKING, noteChecked(0), wrong]),
  ready: () => importAfter(TO_READY),
  applying: () => importAfter([...TO_READY, apply]),
  done: () => importAfter([...TO_READY, apply, noteApplied(0), noteApplied(1)]),
  cancelled: () => importAfter([open, importCommands.cancel]),
} as const satisfies Record<ImportJobState['status'], () => ImportJobState>;
