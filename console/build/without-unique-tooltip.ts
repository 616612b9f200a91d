import type { Plugin } from 'vite';

const NAME = '\0without-unique-tooltip';

/**
 * Leaves out one option of Ant Design's ConfigProvider, `tooltip.unique`, which nothing here sets: for it alone the first load would
 * bring the machinery of everything that pops up, some 10 KB compressed.
 */
export const withoutUniqueTooltip = (): Plugin => ({
  name: 'without-unique-tooltip',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === '../tooltip/UniqueProvider' && importer?.includes('/antd/es/config-provider/') ? NAME : null,
  load: (id) => (id === NAME ? 'export default ({ children }) => children;' : null),
});
