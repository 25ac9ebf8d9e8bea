import { useEffect, useState } from 'react';
import { LIBRARY_ROUTES, type LibraryList } from '../../../core/contract/administration/library-routes.ts';
import { actFor, actingFor } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { AuditPages } from '../audit/audit.tsx';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { hrefOf, readPlace, useAddress } from '../place/place.ts';
import { useAdministration } from '../use-administration.ts';
import type { ScreenProps } from './screen-props.ts';
import styles from './shell.module.css';
import { Shell } from './shell.tsx';

/** The address of what is about no library. */
const OF_SERVER = 'server-audit';

/** The administration for an operator: first which library it is about, then the same screens as for its own people. */
export function OperatorShell() {
  const answer = useAsked(LIBRARY_ROUTES.list, {});
  const [chosen, setChosen] = useState(actingFor);
  const libraries = answer.value?.libraries;
  const choose = (id: string | undefined) => {
    actFor(id);
    setChosen(id);
  };
  const library = libraries?.find(({ id }) => id === chosen);
  // It was kept from another day: questions that name it get no answer, also those that are about no library.
  const isGone = libraries !== undefined && library === undefined && chosen !== undefined;
  useEffect(() => {
    if (!isGone) return;
    actFor(undefined);
    setChosen(undefined);
  }, [isGone]);
  const place = readPlace(new URL(useAddress(), location.origin));
  if (library === undefined && chosen === undefined && place?.path[0] === OF_SERVER)
    return (
      <Shell>
        <ServerAudit query={place.query} />
      </Shell>
    );
  if (libraries === undefined || library === undefined)
    return (
      <Shell>
        <Answered answer={answer}>{(list) => <Choice {...list} choose={choose} />}</Answered>
      </Shell>
    );
  return <Shell key={library.id} library={library} otherLibrary={() => choose(undefined)} />;
}

/** What was done at the server that is about no library, newest first. */
function ServerAudit({ query }: Pick<ScreenProps, 'query'>) {
  const { say } = useAdministration();
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('libraries.audit')}</h1>
          <p className={parts.lead}>{say('libraries.auditLead')}</p>
        </div>
        <Link className={parts.button} href={hrefOf([])}>
          {say('libraries.choose')}
        </Link>
      </div>
      <AuditPages at={[OF_SERVER]} query={query} />
    </div>
  );
}

type Props = LibraryList & { readonly choose: (id: string) => void };

function Choice({ libraries, choose }: Props) {
  const { say } = useAdministration();
  return (
    <div className={parts.screen}>
      <div>
        <h1>{say('libraries.title')}</h1>
        <p className={parts.lead}>{say(libraries.length === 0 ? 'libraries.none' : 'libraries.lead')}</p>
      </div>
      <ul className={styles.libraries}>
        {libraries.map(({ id, name }) => (
          <li key={id} data-library={id}>
            <Button onPress={() => choose(id)}>{name === id ? name : `${name} (${id})`}</Button>
          </li>
        ))}
      </ul>
      <div className={parts.row}>
        <Link className={parts.button} href={hrefOf([OF_SERVER])}>
          {say('libraries.audit')}
        </Link>
      </div>
    </div>
  );
}
