import { useShown } from '../hooks/use-shown.ts';
import { ArticleScreen } from './screens/article.tsx';
import { DeskScreen } from './screens/desk.tsx';
import { FailedScreen } from './screens/failed.tsx';
import { FlowScreen } from './screens/flow.tsx';
import { HomeScreen } from './screens/home.tsx';
import { MissingScreen } from './screens/missing.tsx';
import { SearchScreen } from './screens/search.tsx';
import { ServiceScreen } from './screens/service.tsx';
import { ServicesScreen } from './screens/services.tsx';
import { TopicScreen } from './screens/topic.tsx';
import { TakeAlongScreen } from './take-along/take-along.tsx';
import { useVisit } from './use-visit.ts';
import { here, type Place, screenName } from './visit.ts';

/** The screen of the place where the visitor is. What is its own stands in the frame, which makes it anew. */
export function Screen() {
  const place = here(useVisit());
  // That one tells by itself that it is shown: it also stands where a screen cannot be drawn.
  return place.kind === 'failed' ? <FailedScreen /> : <ScreenOf place={place} />;
}

function ScreenOf({ place }: { readonly place: Exclude<Place, { kind: 'failed' }> }) {
  useShown(screenName(place));
  switch (place.kind) {
    case 'home':
      return <HomeScreen page={place.page} />;
    case 'topic':
      return <TopicScreen page={place.page} />;
    case 'flow':
      return <FlowScreen page={place.page} answers={place.answers} />;
    case 'article':
      return <ArticleScreen page={place.page} />;
    case 'take-along':
      return <TakeAlongScreen of={place.of} tint={place.tint} />;
    case 'services':
      return <ServicesScreen kept={place.kept} />;
    case 'service':
      return <ServiceScreen page={place.page} />;
    case 'search':
      return <SearchScreen typed={place.typed} />;
    case 'desk':
      return <DeskScreen ticket={place.ticket} place={place.place} />;
    case 'missing':
      return <MissingScreen />;
  }
}
