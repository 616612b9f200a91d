import type { Command } from 'commander';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import type { RequestView } from '../../shared/http/views/request.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { action, addCommand, type Cli } from '../cli.ts';
import { Failure } from '../failure.ts';
import { shownRequest } from '../request-table.ts';
import type { Run } from '../run.ts';
import { addDraftCommand } from './request-draft.ts';
import { addFollowCommand } from './request-follow.ts';

const REQUEST_ID: Text = { zh: '请求编号', en: 'id of the request' };

const showRequest = (run: Run, request: RequestView): void => run.show(request, shownRequest(run, request));

const show = async (run: Run, requestId: string): Promise<void> =>
  showRequest(run, (await run.client().call(requestRoutes.readRequest, { params: { requestId } })).body);

const approve = async (run: Run, requestId: string): Promise<void> =>
  showRequest(run, (await run.client().call(requestRoutes.approveRequest, { params: { requestId } })).body);

/** The agreement in force with a partner that lets a request go now. */
const usableAgreement = async (run: Run, partner: string): Promise<string> => {
  const query = { partner, status: 'in-force' } as const;
  const { body } = await run.client().call(agreementRoutes.listAgreements, { query });
  const usable = body.items.find(({ standing }) => standing === 'usable');
  if (usable) return usable.agreementId;
  const { zh, en } = cityName(partner);
  throw new Failure('failed', { zh: `与${zh}没有可用的协议。`, en: `There is no usable agreement with ${en}.` });
};

interface PlaceOptions {
  readonly agreement?: string[];
  readonly with?: string[];
}

const place = async (run: Run, requestId: string, options: PlaceOptions): Promise<void> => {
  const named = options.agreement ?? [];
  const found = await Promise.all((options.with ?? []).map((partner) => usableAgreement(run, partner)));
  const agreementIds = [...named, ...found];
  if (agreementIds.length === 0)
    throw new Failure('usage', {
      zh: '请用 --with 或 --agreement 写明发给谁。',
      en: 'Say by --with or --agreement who gets it.',
    });
  const call = { params: { requestId }, body: { agreementIds } };
  showRequest(run, (await run.client().call(requestRoutes.placeRequest, call)).body);
};

/** `request draft|approve|place|show|follow`. */
export const addRequestCommands = (cli: Cli, program: Command): void => {
  const say = (text: Text): string => text[cli.language];
  const request = addCommand(cli, program, 'request', { zh: '向伙伴城市的请求', en: 'requests to partner cities' });
  addDraftCommand(cli, request);
  addCommand(cli, request, 'approve', {
    zh: '审批请求（须非起草人）',
    en: 'approve a request that somebody else wrote',
  })
    .argument('<id>', say(REQUEST_ID))
    .action(action(cli, (run, requestId: string) => approve(run, requestId)));
  addCommand(cli, request, 'place', {
    zh: '依协议向伙伴发出请求',
    en: 'place a request with partners under agreements',
  })
    .argument('<id>', say(REQUEST_ID))
    .option(
      '--with <city...>',
      say({ zh: '伙伴城市代码，用其可用的协议', en: 'codes of partners, under the usable agreement with each' }),
    )
    .option('--agreement <id...>', say({ zh: '协议编号', en: 'ids of agreements' }))
    .action(action(cli, (run, requestId: string, options: PlaceOptions) => place(run, requestId, options)));
  addCommand(cli, request, 'show', { zh: '查看请求', en: 'show a request' })
    .argument('<id>', say(REQUEST_ID))
    .action(action(cli, (run, requestId: string) => show(run, requestId)));
  addFollowCommand(cli, request);
};
