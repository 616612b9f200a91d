import type { Locale } from 'antd/es/locale';
import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/domain/kernel/text.ts';

/** @returns what Ant Design's own parts say in a language; they are not on the first screen, and need it when they come. They speak English by themselves. */
export const useAntLocale = (language: Language): Locale | undefined => {
  const [chinese, setChinese] = useState<Locale>();
  const isWanted = language === 'zh' && chinese === undefined;
  useEffect(() => {
    if (isWanted) void import('antd/es/locale/zh_CN').then((loaded) => setChinese(loaded.default));
  }, [isWanted]);
  return language === 'zh' ? chinese : undefined;
};
