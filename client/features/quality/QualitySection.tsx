import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { OwnReviews } from './OwnReviews.tsx';
import { LeadReviews } from './LeadReviews.tsx';

/** Leads score sampled replies and see the course of their teams; everybody reads what was said of their own replies. */
export function QualitySection() {
  const { t } = useLanguage();
  const { role } = useViewer();
  const leads = role === 'lead' || role === 'admin';
  return (
    <section className="hours" aria-labelledby="quality-title">
      <h2 id="quality-title">{t.quality.title}</h2>
      {leads ? <LeadReviews /> : <OwnReviews />}
    </section>
  );
}
