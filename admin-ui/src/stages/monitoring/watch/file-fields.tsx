import { Box, Typography } from '@mui/material';
import { FormChecks, FormChoice } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';

/** Why a child is watched; the definitions of the papers are one touch away. */
export function CategoryFields() {
  const t = useText();
  const categories = useCodes('WATCH_CATEGORIES');
  return (
    <>
      <FormChecks
        name="categories"
        label={t('watch.category')}
        help={t('watch.categoryHelp')}
        options={categories.map(({ code, name }) => ({ code, name }))}
        required
      />
      <Box component="details" sx={{ mb: 2.5 }}>
        <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, pt: 1.25, fontWeight: 600 }}>
          {t('watch.definitions')}
        </Box>
        {categories
          .filter(({ note }) => note != null)
          .map(({ code, name, note }) => (
            <Typography key={code} sx={{ mb: 1 }}>
              <b>{name}</b>：{note}
            </Typography>
          ))}
      </Box>
    </>
  );
}

export function LevelField() {
  const t = useText();
  const levels = (['key', 'watch', 'normal'] as const).map((code) => ({
    code,
    name: t(`watch.levels.${code}`),
    about: t(`watch.levels.about.${code}`),
  }));
  return (
    <FormChoice name="level" label={t('watch.level')} help={t('watch.levelHelp')} options={levels} required />
  );
}
