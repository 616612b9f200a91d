import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { DigestInput } from './digest-input.tsx';
import { PHONE } from './phone-words.ts';

/** References to photos, as a list under `photos` of the form around it. */
export const PhotoFields = (): ReactNode => {
  const { say } = useSpeech(PHONE);
  return (
    <Form.List name="photos" initialValue={[]}>
      {(photos, { add, remove }) => (
        <>
          {photos.map(({ key, name }) => (
            <fieldset key={key} className="photo-fields">
              <Form.Item name={[name, 'url']} label={say('photo.url')}>
                <Input inputMode="url" placeholder="https://" />
              </Form.Item>
              <Form.Item name={[name, 'sha256']} label={say('photo.file')} extra={say('photo.note')}>
                <DigestInput accept="image/*" />
              </Form.Item>
              <Form.Item name={[name, 'caption']} label={say('photo.caption')}>
                <Input />
              </Form.Item>
              <Button onClick={() => remove(name)}>{say('photo.remove')}</Button>
            </fieldset>
          ))}
          <Form.Item>
            <Button onClick={() => add({})}>{say('photo.add')}</Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
};
