import { PageHeading } from '../components';
import { useText } from '../i18n/use-text';
import { TotalsView } from './TotalsView';

/** 汇总数字: what 妇儿工委 watches; numbers that lead to no person. */
export function TotalsPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('totals.title')} hint={t('totals.hint')} />
      <TotalsView />
    </>
  );
}
