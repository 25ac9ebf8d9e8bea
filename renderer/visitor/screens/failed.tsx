import { RotateCcw } from 'lucide';
import { useShown } from '../../hooks/use-shown.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTools } from '../use-visit.ts';

/** Stands where something failed that should not have. It is not the visitor's fault, and says so. */
export function FailedScreen() {
  const say = useWords();
  const { stop } = useTools();
  useShown('failed');
  return (
    <Notice picture="umbrella" title={say('failed.title')} lead={say('failed.lead')}>
      <Button look="strong" icon={RotateCcw} label={say('failed.again')} onPress={stop} />
    </Notice>
  );
}
