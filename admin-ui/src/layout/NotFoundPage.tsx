import { EmptyState, PageHeading } from '../components';
import { useText } from '../i18n/use-text';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('app.notFound')} />
      <EmptyState
        title={t('app.notFound')}
        hint={t('app.notFoundHint')}
        action={{ label: t('sent.home'), to: '/' }}
      />
    </>
  );
}
