import type * as z from 'zod';
import { type Done, execute } from '../../shared/data/execute.ts';
import type { ImportJobCommandOf } from '../../shared/domain/import-job/import-job-commands.ts';
import type { ImportFileSchema, ImportJobState } from '../../shared/domain/import-job/import-job-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { importJobConversation } from '../../shared/exchange/conversations/import-job.ts';
import { ProblemError } from '../../shared/http/problem.ts';
import type { importRoutes } from '../../shared/http/routes/imports.ts';
import { importJobView } from '../../shared/http/views/import-job.ts';
import { outputOf } from '../../shared/lambda/aggregate-routes.ts';
import type { ReceivedFile, RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import { importFiles } from '../../shared/spreadsheet/import-files.ts';
import type { ImportsCell } from './handler.ts';

type Contract = typeof importRoutes.openImport;
type Query = z.infer<NonNullable<Contract['query']>>;
type Input = RouteInput<unknown, Query, z.infer<typeof ImportFileSchema>>;
type Opened = z.infer<Contract['success']['body']>;

/** What stands in text that a gateway took for UTF-8 when it was none. */
const REPLACEMENT = '\uFFFD';
const DEFAULT_NAME = '未命名';

const kindMissing = () =>
  new ProblemError(
    400,
    'parameters-not-valid',
    { zh: '直接提交文件时须注明 kind。', en: 'Say in the query of which kind the entries of the file are.' },
    { fields: [{ pointer: '/query/kind', detail: { zh: '缺少', en: 'missing' } }] },
  );

const mangled = () =>
  new ProblemError(415, 'text-not-utf-8', {
    zh: '非 UTF-8 编码的 CSV 须以 application/octet-stream 提交。',
    en: 'CSV that is not UTF-8 must be sent as application/octet-stream.',
  });

const empty = () => new ProblemError(422, 'file-empty', { zh: '文件是空的。', en: 'The file is empty.' });

/** @throws ProblemError when the file cannot be what was sent. */
const assertWhole = ({ mediaType, bytes }: ReceivedFile): void => {
  if (bytes.byteLength === 0) throw empty();
  if (mediaType.startsWith('text/') && new TextDecoder().decode(bytes).includes(REPLACEMENT)) throw mangled();
};

/** Opens an import: of a file that is to be uploaded, or of one that came with the call and is checked at once. */
export const openImport = async (cell: ImportsCell, input: Input): Promise<RouteOutput<Opened>> => {
  const id = cell.newId();
  const name = importFiles.upload(id);
  if (!input.file) {
    const { kind, fileName, size } = input.body;
    const upload = await cell.files.uploadAddress(name, size);
    return opened(cell, input, { type: 'open', id, kind, fileName, size }, { upload });
  }
  const { kind, fileName = DEFAULT_NAME } = input.query;
  if (kind === undefined) throw kindMissing();
  assertWhole(input.file);
  await cell.files.put(name, input.file.bytes);
  const size = input.file.bytes.byteLength;
  return opened(cell, input, { type: 'open', id, kind, fileName, size, uploaded: true }, {});
};

const opened = async (
  cell: ImportsCell,
  { actor, idempotency }: Input,
  command: ImportJobCommandOf<'open'>,
  more: Pick<Opened, 'upload'>,
): Promise<RouteOutput<Opened>> => {
  const view = ({ state }: Done): Opened => ({ ...importJobView(state as ImportJobState), ...more });
  const executed = await execute(cell, conversationsOf(importJobConversation), {
    target: { kind: 'import-job', id: command.id },
    actor,
    command: () => command,
    ...(idempotency === undefined ? {} : { idempotency }),
    answer: (done) => ({ status: 201, body: view(done), etag: `"${done.row.version}"` }),
  });
  return outputOf(executed, view);
};
