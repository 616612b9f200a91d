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

/**
 * @returns what an act sends that is as right after any report as before it: reports come by themselves at any moment, and the
 * mission itself refuses what does not fit it any more.
 */
export const onMission = ({ view: { deploymentId } }: MissionActsProps) => ({ params: { deploymentId } });

/** @returns what an act sends that answers what one saw: on which mission, and which version of it that was. */
export const onMissionSeen = ({ view, etag }: MissionActsProps) => ({
  ...onMission({ view, etag }),
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
