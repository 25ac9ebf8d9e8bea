import { House } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTools } from '../use-visit.ts';

/** Stands in place of a page that new content no longer has. */
export function MissingScreen() {
  const say = useWords();
  const { move } = useTools();
  return (
    <Notice picture="search" title={say('missing.title')} lead={say('missing.lead')}>
      <Button look="strong" icon={House} label={say('missing.home')} onPress={() => move({ kind: 'home' })} />
    </Notice>
  );
}
