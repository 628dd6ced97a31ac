import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const serverOrigin = `http://127.0.0.1:${process.env.PORT ?? '4400'}`;

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Libraries change less often than screens: browsers keep their files over releases.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|cookie|set-cookie-parser)[\\/]/,
            },
            {
              name: 'graphql',
              test: /node_modules[\\/](@apollo|@wry|graphql|graphql-ws|optimism|rxjs|tslib|@graphql-typed-document-node)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: serverOrigin, ws: true },
      '/media': { target: serverOrigin },
      '/webhooks': { target: serverOrigin },
      '/healthz': { target: serverOrigin },
    },
  },
});
