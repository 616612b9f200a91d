import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Deliveries } from './deliveries.tsx';
import { DELIVERY } from './delivery-words.ts';

/** Opens what became of a notice. */
export const DeliveriesDialog = ({ noticeId }: { readonly noticeId: string }): ReactNode => {
  const { say } = useSpeech(DELIVERY);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('deliveries')}
      </Button>
      <Modal
        open={isOpen}
        title={say('deliveries')}
        width="56rem"
        onCancel={() => setOpen(false)}
        destroyOnHidden
        footer={<Button onClick={() => setOpen(false)}>{say('close')}</Button>}
      >
        <Deliveries noticeId={noticeId} />
      </Modal>
    </>
  );
};
