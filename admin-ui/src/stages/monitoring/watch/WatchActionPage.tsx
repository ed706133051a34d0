import { Box } from '@mui/material';
import type { FieldValues } from 'react-hook-form';
import { ActionPage } from '../../../access';
import type { ActionPageProps } from '../../../access';
import type { WatchItem } from '../../../api';
import { LARGE } from '../../../components';
import { WatchIdentity } from './WatchIdentity';

interface WatchActionPageProps<T extends FieldValues> extends Pick<
  ActionPageProps<WatchItem, T>,
  'action' | 'title' | 'hint' | 'defaults' | 'toBody' | 'children'
> {
  /** Tab of the file that shows the result. */
  tab: string;
}

/** A long form about a watched child, for a thumb. */
export function WatchActionPage<T extends FieldValues>({ tab, ...props }: WatchActionPageProps<T>) {
  return (
    <Box sx={LARGE}>
      <ActionPage<WatchItem, T>
        {...props}
        resource="watch-items"
        head={(item) => <WatchIdentity item={item} />}
        back={({ id }) => `/watch-items/${id}?tab=${tab}`}
      />
    </Box>
  );
}
