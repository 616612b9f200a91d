import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { AGGREGATE_KINDS, type AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { EntrySearch } from './entry-search.tsx';
import { LEDGER } from './ledger-words.ts';

/** Finds what was done, and the whole story of a thing. */
export const LedgerSearch = (): ReactNode => {
  const { say } = useSpeech(LEDGER);
  return (
    <Screen title={say('title')}>
      <EntrySearch />
      <StoryFinder />
    </Screen>
  );
};

interface Sought {
  readonly kind: AggregateKind;
  readonly id: string;
}

/** By what it is and its number, as other screens and papers show it. */
const StoryFinder = (): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  const navigate = useNavigate();
  const kinds = AGGREGATE_KINDS.map((kind) => [kind, read(AGGREGATE_KIND_NAMES[kind])] as const);
  const required = { required: true, message: say('search.required') };
  return (
    <Panel title={say('search.by-number')}>
      <Form<Sought>
        layout="vertical"
        requiredMark={false}
        onFinish={({ kind, id }) => void navigate(`/ledger/${kind}/${encodeURIComponent(id.trim())}`)}
      >
        <div className="filters">
          <Form.Item name="kind" label={say('search.kind')} rules={[required]}>
            <Choice options={kinds} />
          </Form.Item>
          <Form.Item name="id" label={say('search.id')} rules={[required]}>
            <Input spellCheck={false} autoComplete="off" className="ledger-number" />
          </Form.Item>
          <Form.Item>
            <Button type="primary" htmlType="submit">
              {say('search.show')}
            </Button>
          </Form.Item>
        </div>
      </Form>
    </Panel>
  );
};
