import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { itemInShort, type TeamItem } from '../../../shared/domain/request/request-item.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { useNamed } from '../parts/named.ts';
import { Shown } from '../parts/shown.tsx';
import type { RequestProps } from './request-screen.tsx';
import { REQUESTS } from './requests-words.ts';
import { useAtLeastOne, useRequired } from './use-required.ts';

interface DispatchValues {
  readonly itemId: string;
  readonly teamIds: string[];
  readonly evenIfMoreThanNeeded?: boolean;
}

const isForTeams = (item: RequestView['items'][number]): item is TeamItem => item.kind !== 'supplies';

/** Sends own teams for an item, without a partner (直办). */
export const DispatchDialog = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(requestRoutes.dispatchOwnTeams);
  const inShort = useItemInShort();
  const required = useRequired();
  const items = view.items.filter(isForTeams);
  const [first] = items;
  if (!first) return null;
  return (
    <CommandDialog<DispatchValues, Parameters<typeof command.run>[0], RequestView>
      act={say('own.dispatch')}
      command={command}
      initialValues={{ itemId: first.itemId }}
      inputOf={({ itemId, ...body }) => ({
        params: { requestId: view.requestId, itemId },
        body,
        ...(etag === undefined ? {} : { ifMatch: etag }),
      })}
    >
      <p>{say('own.dispatch.text')}</p>
      <Form.Item name="itemId" label={say('own.dispatch.item')} rules={required}>
        <Choice<string> options={items.map((item) => [item.itemId, inShort(itemInShort(item))] as const)} />
      </Form.Item>
      <FreeTeams items={items} />
      <Form.Item name="evenIfMoreThanNeeded" valuePropName="checked">
        <Checkbox>{say('more-than-needed')}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
};

const FreeTeams = ({ items }: { readonly items: readonly TeamItem[] }): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const named = useNamed();
  const required = useAtLeastOne();
  const itemId = Form.useWatch<string | undefined>('itemId');
  const item = items.find((one) => one.itemId === itemId);
  const kind = item?.kind ?? 'general-rescue';
  const level = item?.level ?? 3;
  const teams = useRead(
    teamRoutes.listTeams,
    { query: { kind, level, available: 'true', limit: 100 } },
    item !== undefined,
  );
  if (!item) return null;
  return (
    <Shown read={teams}>
      {({ items: free }) =>
        free.length === 0 ? (
          <p>{say('own.dispatch.none')}</p>
        ) : (
          <Form.Item name="teamIds" label={say('own.dispatch.teams')} rules={required}>
            <Checkbox.Group
              className="checks"
              options={free.map((team) => ({ value: team.teamId, label: named({ teams: [team] }) }))}
            />
          </Form.Item>
        )
      }
    </Shown>
  );
};
