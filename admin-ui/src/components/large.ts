/** Large type and large targets: filled in standing at a door, on a phone. */
export const LARGE = {
  '--target': '60px',
  fontSize: 18,
  maxWidth: 720,
  mx: 'auto',
  '& .MuiTypography-root, & .MuiInputBase-root, & .MuiFormControlLabel-label': { fontSize: 18 },
  '& .MuiButton-root': { minHeight: 60, fontSize: 18 },
  '& .MuiSvgIcon-root': { fontSize: 28 },
  '& .MuiChip-root .MuiSvgIcon-root': { fontSize: 18 },
} as const;
