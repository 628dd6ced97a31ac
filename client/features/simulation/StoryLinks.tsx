import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { graphql } from '#client/gql/index.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';

const StoryLinksDocument = graphql(`
  query StoryLinks {
    demoStories {
      conversationId
      title {
        nl
        en
      }
    }
  }
`);

/** Leads to the demo's stories, wherever they stand in the list; nothing on a server that does not run the demo. */
export function StoryLinks() {
  const { t, pick } = useLanguage();
  const { demo } = useViewer();
  const { data } = useQuery(StoryLinksDocument, { skip: !demo });
  const stories = data?.demoStories ?? [];
  if (stories.length === 0) return null;
  return (
    <nav className="stories" aria-labelledby="stories-title">
      <h2 id="stories-title" className="stories__title">
        {t.simulation.stories}
      </h2>
      <ul className="stories__list">
        {stories.map((story) => (
          <li key={story.conversationId}>
            <Link to={`/inbox/${story.conversationId}`}>{pick(story.title)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
