import { Handshake, Plus } from 'lucide';
import { useState } from 'react';
import type { ListedPartner, Partner } from '../../../core/contract/administration/organisations.ts';
import { PARTNER_ROUTES } from '../../../core/contract/administration/partner-routes.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { useProof } from '../account/use-proof.tsx';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Empty, Grouped } from '../parts/listed.tsx';
import { Screen } from '../parts/screen.tsx';
import { useAdministration } from '../use-administration.ts';
import { AddPartner } from './add-partner.tsx';
import { PartnerCard } from './partner-card.tsx';
import { RenewDialog } from './renew-dialog.tsx';

/** What is being done over the page. */
type Doing = { readonly kind: 'add' } | { readonly kind: 'renew' | 'remove'; readonly of: ListedPartner };

/** What asks for somebody comes first. */
const AGREEMENTS = ['stale', 'soon', 'none', 'good'] as const;

/** The partners of the library, and how the agreement with each stands: what is past its day, or nearly so, comes first. */
export function Partners() {
  const { say, language } = useAdministration();
  const answer = useAsked(PARTNER_ROUTES.list, {});
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { prove, asking } = useProof();
  const { said, fault, act, tell } = useActs(answer.again, close);
  const renew = ({ id, name }: Partner, day: string) =>
    act(PARTNER_ROUTES.renew, { params: { id }, body: { review_by: day } }, () =>
      say('partners.renewed', { name, day: dayText(day, language) }),
    );
  const remove = ({ id, name }: Partner) =>
    act(PARTNER_ROUTES.remove, { params: { id } }, () => say('partners.removed', { name }));
  return (
    <Screen
      title={say('partners.title')}
      lead={say('partners.lead')}
      actions={
        answer.value && (
          <Button look="strong" icon={Plus} onPress={() => setDoing({ kind: 'add' })}>
            {say('partners.add')}
          </Button>
        )
      }
      said={said}
      fault={fault}
    >
      <Answered answer={answer}>
        {(partners) =>
          partners.length === 0 ? (
            <Empty icon={Handshake} title={say('partners.none')} lead={say('partners.noneLead')} />
          ) : (
            <Grouped
              id="partners"
              groups={AGREEMENTS}
              all={partners}
              isIn={({ agreement }, group) => agreement === group}
              title={(group, count) => `${say(`partners.part.${group}`)} (${count})`}
            >
              {(partner) => (
                <PartnerCard
                  key={partner.id}
                  partner={partner}
                  ask={(kind) => setDoing({ kind, of: partner })}
                />
              )}
            </Grouped>
          )
        }
      </Answered>
      {doing?.kind === 'add' && (
        <AddPartner
          taken={new Set(answer.value?.map(({ id }) => id))}
          added={(name) => tell(say('partners.added', { name }))}
          prove={prove}
          again={() => void answer.again()}
          close={close}
        />
      )}
      {doing?.kind === 'renew' && (
        <RenewDialog partner={doing.of} renew={(day) => void renew(doing.of, day)} close={close} />
      )}
      {doing?.kind === 'remove' && (
        <Confirm
          title={say('partners.askRemove.title', { name: doing.of.name })}
          text={`${say('partners.askRemove.text')} ${say(`partners.waiting.${doing.of.waiting}`)}`}
          yes={say('partners.askRemove.yes')}
          act={() => void remove(doing.of)}
          close={close}
        />
      )}
      {asking}
    </Screen>
  );
}
