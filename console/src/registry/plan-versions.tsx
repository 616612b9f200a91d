import type { ReactNode } from 'react';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import type { PlanView } from '../../../shared/http/views/plan.ts';
import { useSpeech, wordBook } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import type { EntryPanelProps } from './registry-kind.ts';

const VERSIONS = wordBook('plan-versions', {
  title: { zh: '历次版本', en: 'Former versions' },
  version: { zh: '版本', en: 'Version' },
  from: { zh: '生效', en: 'Valid from' },
  replaced: { zh: '被取代', en: 'Replaced' },
  reason: { zh: '修订理由', en: 'Why' },
  none: { zh: '没有更早的版本', en: 'There was none before' },
  template: { zh: '请求模板：启动预案时随即提出', en: 'What is asked for at once when the plan is put into effect' },
  item: { zh: '{{kind}} × {{quantity}}：{{mission}}', en: '{{kind}} × {{quantity}}: {{mission}}' },
  after: { zh: '事发后{{from}}分钟至{{until}}分钟', en: 'from {{from}} to {{until}} min after the event' },
});

/** The versions that a plan has had, and what it asks for at once. */
export const PlanVersions = ({ view: { formerVersions, requestTemplate } }: EntryPanelProps<PlanView>): ReactNode => {
  const { say, read } = useSpeech(VERSIONS);
  return (
    <div className="columns">
      {requestTemplate && (
        <Panel title={say('template')}>
          <ul className="plain-list">
            {requestTemplate.items.map((item) => (
              <li key={JSON.stringify(item)}>
                {say('item', { kind: read(RESOURCE_KINDS[item.kind]), quantity: item.quantity, mission: item.mission })}
                <br />
                <small className="muted">
                  {say('after', { from: item.neededByMinutes, until: item.neededUntilMinutes })}
                </small>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={say('title')}>
        {formerVersions.length === 0 ? (
          <p className="muted">{say('none')}</p>
        ) : (
          <table className="plain" aria-label={say('title')}>
            <thead>
              <tr>
                {(['version', 'from', 'replaced', 'reason'] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {formerVersions.map(({ version, title, validFrom, replacedAt, reason }) => (
                <tr key={replacedAt}>
                  <td>
                    {version}
                    <br />
                    <small className="muted">{title}</small>
                  </td>
                  <td>
                    <Moment at={validFrom} />
                  </td>
                  <td>
                    <Moment at={replacedAt} />
                  </td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </div>
  );
};
