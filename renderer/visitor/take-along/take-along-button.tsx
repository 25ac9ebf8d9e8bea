import { Printer } from 'lucide';
import type { SlipOf } from '../../../core/contract/print.ts';
import type { Tint } from '../../../core/domain/topic.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { useTools } from '../use-visit.ts';

type Props = { readonly of: SlipOf; readonly tint: Tint | undefined };

/** The way from a page to what can be taken along of it, in the tint of the page. */
export function TakeAlongButton({ of, tint }: Props) {
  const say = useWords();
  const { move } = useTools();
  return (
    <Button
      look="strong"
      icon={Printer}
      label={say('takeAlong.open')}
      onPress={() => move({ kind: 'go', place: { kind: 'take-along', of, tint } })}
    />
  );
}
