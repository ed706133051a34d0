import polyglotI18nProvider from 'ra-i18n-polyglot';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';

const CATALOGUES = { zh, en };

export const i18nProvider = polyglotI18nProvider(
  (locale) => {
    document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
    return locale === 'en' ? CATALOGUES.en : CATALOGUES.zh;
  },
  'zh',
  [
    { locale: 'zh', name: '简体中文' },
    { locale: 'en', name: 'English' },
  ],
);
