import Form from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import { HOUR_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import type { IssuedLink } from '../../../shared/http/views/issued-link.ts';
import type { Command } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { IssuedOnce } from './issued-once.tsx';
import { LINKS } from './link-words.ts';
import './tasks.css';

type Link = AgencyTaskView['links'][number];

/** What is asked of whoever issues a link. */
export interface LinkWanted {
  readonly expiresAt: Instant;
  readonly agencyId: string;
}

export interface TaskLinksProps<R, U> {
  readonly links: readonly Link[];
  /** Agencies that a link can be for: the first unless another is chosen. None: no link can be had. */
  readonly agencies: readonly { readonly agencyId: string; readonly agencyName: string }[];
  readonly issue: Command<U, IssuedLink>;
  readonly issueInput: (wanted: LinkWanted) => U;
  readonly revoke: Command<R, unknown>;
  readonly revokeInput: (linkId: string) => R;
}

/** A duty shift. */
const USUALLY_GOOD_MS = 12 * HOUR_MS;

/** Links by which duty phones have a task without signing in: issued, shown once, revoked. */
export const TaskLinks = <R, U>(props: TaskLinksProps<R, U>): ReactNode => {
  const { say } = useSpeech(LINKS);
  const [issued, setIssued] = useState<IssuedLink>();
  const now = new Date(useNow()).toISOString();
  const { links, agencies, issue, issueInput, revoke, revokeInput } = props;
  const [first] = agencies;
  return (
    <Panel title={say('title')}>
      <p className="muted">{say('note')}</p>
      {issued && <IssuedOnce link={issued} />}
      <ul className="entries">
        {links.map((link) => (
          <li key={link.linkId}>
            <span className="entry-main">
              <LinkStanding link={link} now={now} /> {say('expires')} <Moment at={link.expiresAt} />
            </span>
            {isLive(link, now) && <SmallAct act={say('revoke')} command={revoke} input={revokeInput(link.linkId)} />}
          </li>
        ))}
      </ul>
      {first && (
        <CommandForm
          command={issue}
          submit={say('issue')}
          initialValues={{ expiresAt: plus(now, USUALLY_GOOD_MS), agencyId: first.agencyId }}
          inputOf={issueInput}
          onDone={({ body }) => setIssued(body)}
        >
          <div className="columns">
            <Form.Item name="expiresAt" label={say('expires')}>
              <InstantInput />
            </Form.Item>
            <Form.Item name="agencyId" label={say('agency')} hidden={agencies.length === 1}>
              <Choice options={agencies.map(({ agencyId, agencyName }) => [agencyId, agencyName] as const)} />
            </Form.Item>
          </div>
        </CommandForm>
      )}
    </Panel>
  );
};

const isLive = ({ revokedAt, expiresAt }: Link, now: Instant): boolean => revokedAt === undefined && now < expiresAt;

const LinkStanding = ({ link, now }: { readonly link: Link; readonly now: Instant }): ReactNode => {
  const { say } = useSpeech(LINKS);
  if (link.revokedAt !== undefined) return <Tag>{say('revoked')}</Tag>;
  if (!isLive(link, now)) return <Tag>{say('expired')}</Tag>;
  return link.usedSince === undefined ? (
    <Tag tone="waiting">{say('unused')}</Tag>
  ) : (
    <Tag tone="good">{say('used')}</Tag>
  );
};
