import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormSelect } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useReference } from '../../lib';

/** What belongs to a case in any stage. */
export const coreForms: Readonly<Record<string, ActionForm<Case>>> = {
  assign: {
    aside: true,
    group: ({ workerUserId }) => (workerUserId === null ? undefined : 'action.groupLifecycle'),
    Fields: AssignFields,
    defaults: ({ workerAgencyId, workerUserId }) => ({
      agencyId: workerAgencyId ?? '',
      userId: workerUserId ?? '',
    }),
  },
  'issue-order': { group: 'action.groupResponse', page: ({ id }) => `/cases/${id}/issue-order` },
  'record-visit': {
    aside: true,
    // Who signs a closing signs, or returns it.
    group: ({ phase }) => (phase === 'closing' ? 'action.groupSupport' : undefined),
    page: ({ id }) => `/cases/${id}/visit`,
  },
};

function AssignFields() {
  const t = useText();
  const reference = useReference();
  const agencyId = String(useFormContext().watch('agencyId') ?? '');
  const agencies = (reference?.agencies ?? []).map(({ id, name }) => ({ code: id, name }));
  const users = (reference?.users ?? [])
    .filter((user) => user.agencyId === agencyId)
    .map(({ id, displayName }) => ({ code: id, name: displayName }));
  return (
    <>
      <FormSelect name="agencyId" label={t('case.workerAgency')} options={agencies} required />
      <FormSelect name="userId" label={t('case.workerUser')} options={users} empty={t('case.workerLater')} />
    </>
  );
}
