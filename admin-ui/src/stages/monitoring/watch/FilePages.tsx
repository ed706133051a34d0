import type { WatchItem } from '../../../api';
import { FormText } from '../../../components/fields';
import { Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { CategoryFields, LevelField } from './file-fields';
import { WatchActionPage } from './WatchActionPage';

interface FileValues {
  categories: string[];
  why: string;
  parents: string;
}

const asItReads = ({ categories, why, parents }: WatchItem): FileValues => ({
  categories,
  why: why ?? '',
  parents: parents ?? '',
});

/** 更新档案. */
export function RevisePage() {
  const t = useText();
  return (
    <WatchActionPage<FileValues>
      action="revise"
      title={t('watch.file.revise')}
      hint={t('watch.file.reviseHint')}
      tab="file"
      defaults={asItReads}
    >
      {() => <FileFields />}
    </WatchActionPage>
  );
}

/** 补充后重新提出. */
export function ResubmitPage() {
  const t = useText();
  return (
    <WatchActionPage<FileValues>
      action="resubmit"
      title={t('watch.file.resubmit')}
      hint={t('watch.file.resubmitHint')}
      tab="file"
      defaults={asItReads}
    >
      {() => <FileFields />}
    </WatchActionPage>
  );
}

/** 重新监测. */
export function ReopenPage() {
  const t = useText();
  return (
    <WatchActionPage<FileValues & { level: string }>
      action="reopen"
      title={t('watch.file.reopen')}
      hint={t('watch.file.reopenHint')}
      tab="file"
      defaults={(item) => ({ ...asItReads(item), level: item.level })}
    >
      {() => (
        <>
          <FileFields />
          <Section title={t('watch.level')}>
            <LevelField />
          </Section>
        </>
      )}
    </WatchActionPage>
  );
}

function FileFields() {
  const t = useText();
  return (
    <Section title={t('watch.whyTitle')}>
      <CategoryFields />
      <FormText name="why" label={t('watch.why')} help={t('watch.whyHelp')} rows={3} required />
      <FormText name="parents" label={t('watch.parents')} rows={2} maxLength={1000} />
    </Section>
  );
}
