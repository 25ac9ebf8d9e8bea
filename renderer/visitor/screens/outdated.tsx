import { HandHelping } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTools } from '../use-visit.ts';

/** Stands in place of a page whose review day has passed: better no answer than a wrong one. */
export function OutdatedScreen() {
  const say = useWords();
  const { open } = useTools();
  return (
    <Notice picture="hourglass" title={say('outdated.title')} lead={say('outdated.lead')}>
      <Button
        look="strong"
        icon={HandHelping}
        label={say('bar.desk')}
        onPress={() => open({ kind: 'desk' })}
      />
    </Notice>
  );
}
