import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import type { Call } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { Refused, Unanswered } from '../api/problem.ts';
import { useDesk } from '../api/use-api.ts';
import type { ReadInput } from '../api/use-read.ts';
import { ProblemAlert } from './problem-alert.tsx';

/** Hands a file to the browser, which puts it where its downloads go. */
export const keepFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

interface DownloadButtonProps<P extends z.ZodType, Q extends z.ZodType> {
  readonly contract: RouteContract<P, Q, z.ZodType<unknown>, z.ZodType>;
  readonly input: ReadInput<P, Q>;
  /** What it is called where the API does not say. */
  readonly fileName: string;
  readonly children: ReactNode;
}

/** Fetches a file of the API's, signed in, and keeps it. */
export const DownloadButton = <P extends z.ZodType, Q extends z.ZodType>(
  props: DownloadButtonProps<P, Q>,
): ReactNode => {
  const { contract, input, fileName, children } = props;
  const { api } = useDesk();
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const fetchFile = async (): Promise<void> => {
    setRunning(true);
    setFailure(undefined);
    try {
      const { name = fileName, content } = await api.file(contract, input as Call);
      keepFile(name, content);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unanswered)) throw error;
      setFailure(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <Button loading={isRunning} onClick={() => void fetchFile()}>
        {children}
      </Button>
      {failure && <ProblemAlert error={failure} />}
    </>
  );
};
