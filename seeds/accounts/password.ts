/** Known to everybody and therefore worth nothing: it exists in demo and test installations only. */
export const DEMO_PASSWORD = 'Demo-2026-tonghu';
