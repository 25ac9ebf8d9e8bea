import type { ServiceFilters, ServicesPage } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Frame } from '../../ui/frame.tsx';

type Props = { readonly filters: ServiceFilters; readonly page: ServicesPage };

/** The directory: what is near, and how to choose from it. */
export function ServicesScreen({ page }: Props) {
  const say = useWords();
  return (
    <Frame>
      <h1>{say('home.title')}</h1>
      <p>{page.total}</p>
    </Frame>
  );
}
