import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { useSpeech } from '../i18n/language.ts';
import { InstantInput } from '../parts/instant-input.tsx';
import { PARTS } from '../parts/part-words.ts';

/** A mission, and the version of it that is shown. */
export interface MissionActsProps {
  readonly view: DeploymentView;
  readonly etag: string | undefined;
}

/** An act on a mission; it is offered as long as the state of the mission allows it. */
export interface ActProps extends MissionActsProps {
  readonly offered: boolean;
}

/** @returns what every act sends: on which mission, and which version of it one saw. */
export const onMission = ({ view: { deploymentId }, etag }: MissionActsProps) => ({
  params: { deploymentId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

interface InstantFieldProps {
  readonly name: string;
  readonly label: string;
}

/** Asks for a moment that must be given. */
export const InstantField = ({ name, label }: InstantFieldProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: say('required') }]}>
      <InstantInput />
    </Form.Item>
  );
};
