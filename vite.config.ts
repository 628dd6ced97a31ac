import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const serverOrigin = `http://127.0.0.1:${process.env.PORT ?? '4400'}`;

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist/client', emptyOutDir: true, sourcemap: false },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: serverOrigin, ws: true },
      '/webhooks': { target: serverOrigin },
      '/healthz': { target: serverOrigin },
    },
  },
});
