import { defaultTheme } from 'react-admin';
import type { RaThemeOptions } from 'react-admin';

declare module '@mui/material/styles' {
  interface Palette {
    focus: { main: string };
  }
  interface PaletteOptions {
    focus?: { main: string };
  }
}

/** Fonts that the offices' machines already have; nothing is fetched. */
const FONTS = [
  'system-ui',
  '-apple-system',
  '"PingFang SC"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Micro Hei"',
  'sans-serif',
].join(',');
const FOCUS = '#f2a900';

/** Calm colours with contrast of at least 4.5:1; targets of at least 44 px. */
export const theme: RaThemeOptions = {
  ...defaultTheme,
  palette: {
    mode: 'light',
    primary: { main: '#0b5351', light: '#7fb3ae', dark: '#063b39', contrastText: '#ffffff' },
    secondary: { main: '#8a4b08', contrastText: '#ffffff' },
    error: { main: '#a31515' },
    warning: { main: '#a35200' },
    success: { main: '#1b6b35' },
    background: { default: '#f4f7f6', paper: '#ffffff' },
    text: { primary: '#172624', secondary: '#4a5a58' },
    focus: { main: FOCUS },
  },
  typography: {
    fontFamily: FONTS,
    fontSize: 15,
    button: { textTransform: 'none', fontWeight: 600, fontSize: '1rem' },
  },
  shape: { borderRadius: 8 },
  components: {
    ...defaultTheme.components,
    MuiCssBaseline: {
      styleOverrides: {
        ':focus-visible': { outline: `3px solid ${FOCUS}`, outlineOffset: 2 },
        html: { scrollPaddingTop: 130 },
      },
    },
    MuiButton: {
      defaultProps: { size: 'medium', disableElevation: true },
      styleOverrides: { root: { minHeight: 44, lineHeight: 1.3 } },
    },
    MuiIconButton: { styleOverrides: { root: { minWidth: 44, minHeight: 44 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 48, textTransform: 'none', fontSize: '1rem' } } },
    MuiAlert: { styleOverrides: { message: { fontSize: '1rem' } } },
    MuiTableCell: { styleOverrides: { root: { fontSize: '0.95rem' } } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.9rem', backgroundColor: '#1d2b2a' } } },
  },
};
