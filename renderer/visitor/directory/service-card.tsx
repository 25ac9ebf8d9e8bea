import type { ServiceEntry } from '../../../core/contract/directory.ts';
import type { Tint } from '../../../core/domain/topic.ts';
import card from '../../ui/press-card.module.css';
import { PressCard } from '../../ui/press-card.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { Badges } from './badges.tsx';

type Props = {
  readonly service: ServiceEntry;
  /** Without one, that of the screen around it. */
  readonly tint?: Tint | undefined;
  readonly openIt: () => void;
};

/** A service in a list: its picture, its name, who gives it, and what matters when choosing. */
export function ServiceCard({ service, tint, openIt }: Props) {
  const { language } = useTools();
  return (
    <PressCard picture={service.picture} size="medium" tint={tint} onPress={openIt} data-service={service.id}>
      <span className={card.title}>
        <Said words={service.name} language={language} text={(name) => name} />
      </span>
      {service.organization !== undefined && (
        <span className={card.text}>
          <Said words={service.organization} language={language} text={(name) => name} />
        </span>
      )}
      <Badges {...service} alert={service.alert !== undefined} />
    </PressCard>
  );
}
