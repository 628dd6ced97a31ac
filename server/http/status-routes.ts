import { Router } from 'express';
import type { PublicStatus } from '#server/modules/public-status/index.ts';

const secondsKept = 30;

/** GET /status/<slug> (a page, ?lang=en for English) and /status/<slug>.json; 404 for brands that show nothing. */
export function statusRoutes(status: Pick<PublicStatus, 'statusOf' | 'render' | 'style'>): Router {
  const router = Router();
  router.get('/status.css', (_request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=3600');
    response.type('text/css').send(status.style);
  });
  router.get('/:place', async (request, response) => {
    const { place } = request.params;
    const json = place.endsWith('.json');
    const found = await status.statusOf(json ? place.slice(0, -'.json'.length) : place);
    if (!found) {
      response.status(404).type('text/plain').send('not found');
      return;
    }
    response.setHeader('Cache-Control', `public, max-age=${String(secondsKept)}`);
    if (json) response.json(found);
    else response.type('html').send(status.render(found, request.query['lang'] === 'en' ? 'en' : 'nl'));
  });
  return router;
}
