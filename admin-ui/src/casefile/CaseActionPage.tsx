import type { FieldValues } from 'react-hook-form';
import { ActionPage } from '../access';
import type { ActionPageProps } from '../access';
import type { Case } from '../api';
import { ProtectionStrip } from '../stages/guardianship/ProtectionStrip';
import { IdentityBar } from './IdentityBar';

interface CaseActionPageProps<T extends FieldValues> extends Pick<
  ActionPageProps<Case, T>,
  'action' | 'title' | 'hint' | 'defaults' | 'toBody' | 'children'
> {
  /** Tab of the case that shows the result. */
  tab: string;
}

/** A long form about a case on a page of its own. */
export function CaseActionPage<T extends FieldValues>({ tab, ...props }: CaseActionPageProps<T>) {
  return (
    <ActionPage<Case, T>
      {...props}
      resource="cases"
      head={(file) => (
        <>
          <IdentityBar file={file} compact />
          <ProtectionStrip file={file} />
        </>
      )}
      back={({ id }) => `/cases/${id}?tab=${tab}`}
    />
  );
}
