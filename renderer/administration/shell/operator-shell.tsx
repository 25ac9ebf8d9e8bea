import { useState } from 'react';
import { LIBRARY_ROUTES, type LibraryList } from '../../../core/contract/administration/library-routes.ts';
import { actFor, actingFor } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './shell.module.css';
import { Shell } from './shell.tsx';

/** The administration for an operator: first which library it is about, then the same screens as for its own people. */
export function OperatorShell() {
  const answer = useAsked(LIBRARY_ROUTES.list, {});
  const [chosen, setChosen] = useState(actingFor);
  const libraries = answer.value?.libraries;
  const choose = (id: string | undefined) => {
    actFor(id);
    setChosen(id);
  };
  // One that is not there any more was kept from another day.
  const library = libraries?.find(({ id }) => id === chosen);
  if (libraries === undefined || library === undefined)
    return (
      <Shell>
        <Answered answer={answer}>{(list) => <Choice {...list} choose={choose} />}</Answered>
      </Shell>
    );
  return <Shell key={library.id} library={library} otherLibrary={() => choose(undefined)} />;
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
    </div>
  );
}
