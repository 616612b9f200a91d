import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { compareFingerprints } from './fingerprint-groups.ts';
import './agreements.css';

interface FingerprintProps {
  readonly label: string;
  readonly fingerprint: string;
}

/** A key's fingerprint in the groups in which it is read out. */
export const Fingerprint = ({ label, fingerprint }: FingerprintProps): ReactNode => (
  <figure className="fingerprint">
    <figcaption>{label}</figcaption>
    <ol>
      {fingerprint
        .split(' ')
        .map((group, at) => ({ group, place: `${at} ${group}` }))
        .map(({ group, place }) => (
          <li key={place}>
            <code>{group}</code>
          </li>
        ))}
    </ol>
  </figure>
);

interface TypedFingerprintProps {
  readonly name: string;
  readonly label: string;
  /** What it must agree with, where that is known. */
  readonly known?: string;
}

/** Asks for a fingerprint as it is read out on the telephone, and says as one types whether it agrees. */
export const TypedFingerprint = ({ name, label, known }: TypedFingerprintProps): ReactNode => {
  const typed: string = Form.useWatch(name) ?? '';
  return (
    <>
      <Form.Item name={name} label={label}>
        <Input.TextArea className="fingerprint-input" autoSize={{ minRows: 2 }} spellCheck={false} autoComplete="off" />
      </Form.Item>
      {known !== undefined && <ComparisonMark typed={typed} known={known} />}
    </>
  );
};

const ComparisonMark = ({ typed, known }: { readonly typed: string; readonly known: string }): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const compared = compareFingerprints(typed, known);
  if (compared.result === 'same')
    return (
      <p role="status">
        <Tag tone="good">{say('compare.same', { groups: compared.groups })}</Tag>
      </p>
    );
  return (
    <p role="status">
      {compared.result === 'differs' ? (
        <Tag tone="bad">{say('compare.differs', { group: compared.group })}</Tag>
      ) : (
        <Tag tone="waiting">{say('compare.progress', { done: compared.done, groups: compared.groups })}</Tag>
      )}
    </p>
  );
};
