import { useEffect, useState } from 'react';
import type { FlowPage } from '../../../../core/contract/pages.ts';
import type { PackInPreview } from '../../../../core/contract/preview.ts';
import type { Id } from '../../../../core/domain/id.ts';
import { useShown } from '../../../hooks/use-shown.ts';
import { kiosk } from '../../../kiosk.ts';
import { useAdmin } from '../../use-admin.ts';
import { Back, DrawnMap } from './drawn-map.tsx';
import styles from './flow-map.module.css';

type Props = { readonly pack: PackInPreview; readonly flow: Id; readonly back: () => void };

/** The map of a flow of the previewed pack. Nothing is drawn before the flow is there, which takes milliseconds. */
export function FlowMap({ pack, flow, back }: Props) {
  const { say } = useAdmin();
  const [page, setPage] = useState<FlowPage | null>();
  useEffect(() => {
    kiosk.invoke('content:flow', { flow }).then(setPage, () => setPage(null)); // A refusal is main's to log.
  }, [flow]);
  if (page === undefined) return null;
  return page === null ? (
    <main className={styles.whole}>
      <header className={styles.head}>
        <Back back={back} />
        <h1>{say('preview.failed')}</h1>
      </header>
    </main>
  ) : (
    <ShownMap pack={pack} page={page} back={back} />
  );
}

function ShownMap(props: Pick<Props, 'pack' | 'back'> & { readonly page: FlowPage }) {
  useShown(`preview-map-${props.page.flow.id}`.slice(0, 120));
  return <DrawnMap {...props} />;
}
