import type { ServicePage } from '../../../core/contract/directory.ts';
import { Frame } from '../../ui/frame.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';

/** One service, whole. */
export function ServiceScreen({ page }: { readonly page: ServicePage }) {
  const { language } = useTools();
  return (
    <Frame>
      <h1>
        <Said words={page.name} language={language} text={(name) => name} />
      </h1>
    </Frame>
  );
}
