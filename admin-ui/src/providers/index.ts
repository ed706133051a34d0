export { authProvider, loadSession } from './authProvider';
export type { Credentials } from './authProvider';
export { dataProvider } from './dataProvider';
export type { TonghuDataProvider } from './dataProvider';
export { i18nProvider } from './i18nProvider';
