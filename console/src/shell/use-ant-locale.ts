import type { Locale } from 'antd/es/locale';
import english from 'antd/es/locale/en_US';
import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/domain/kernel/text.ts';

/**
 * @returns what Ant Design's own parts say in a language. Chinese comes when it is there: nothing on the first screen needs it. There is
 * always one, as ConfigProvider puts everything up anew when it gets its first.
 */
export const useAntLocale = (language: Language): Locale => {
  const [chinese, setChinese] = useState<Locale>();
  const isWanted = language === 'zh' && chinese === undefined;
  useEffect(() => {
    if (isWanted) void import('antd/es/locale/zh_CN').then((loaded) => setChinese(loaded.default));
  }, [isWanted]);
  return language === 'zh' && chinese !== undefined ? chinese : english;
};
