import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:3000';

/** Libraries change rarely and our pages often: kept apart, a browser fetches only what changed. */
const CHUNKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['react', /node_modules\/(react|react-dom|react-router|react-router-dom|scheduler)\//],
  ['mui', /node_modules\/(@mui|@emotion)\//],
  ['admin', /node_modules\/(ra-|react-admin|react-hook-form|@tanstack|node-polyglot)/],
];

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'chrome87',
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: CHUNKS.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: API, changeOrigin: false } } },
});
