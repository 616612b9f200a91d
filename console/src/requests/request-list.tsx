import Table from 'antd/es/table';
import type { ReactNode } from 'react';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';

/** The requests of this city. */
export const RequestList = (): ReactNode => {
  const { say } = useSpeech();
  const requests = useRead(requestRoutes.listRequests, { query: {} });
  return (
    <>
      <h1>{say('nav.requests')}</h1>
      <Table
        rowKey="requestId"
        loading={requests.isPending}
        dataSource={requests.data?.body.items ?? []}
        columns={[{ title: 'id', dataIndex: 'requestId' }]}
      />
    </>
  );
};
