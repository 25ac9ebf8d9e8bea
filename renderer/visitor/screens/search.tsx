import { useCallback, useState } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { stopSpeaking } from '../../speech/speak.ts';
import { SpeechNote } from '../../speech/speech-note.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useTyping } from '../../ui/keyboard/use-typing.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { wordsLanguage } from '../../words/start-words.ts';
import { Found } from '../search/found.tsx';
import { ReadTyped, TYPED } from '../search/read-typed.tsx';
import { SearchField } from '../search/search-field.tsx';
import { useSearch } from '../search/use-search.ts';
import { useTools } from '../use-visit.ts';
import styles from './search.module.css';

type Props = {
  /** What was typed here before, and where the next letters go. */
  readonly typed: { text: string };
};

/** Searching: the field, what was found, and the keyboard. */
export function SearchScreen({ typed }: Props) {
  const say = useWords();
  const { language } = useTools();
  const [text, setText] = useState(typed.text);
  const [keyboardShown, setKeyboardShown] = useState(true);
  const change = (now: string) => {
    typed.text = now;
    stopSpeaking(); // It is not what stands there any more.
    setText(now);
  };
  const typing = useTyping(change);
  const showKeys = useCallback(
    (shown: boolean) => {
      // The key or button that was pressed goes. A finger left the caret in the field; other keys go on from there too.
      if (document.activeElement instanceof HTMLButtonElement)
        typing.field.current?.focus({ preventScroll: true });
      setKeyboardShown(shown);
    },
    [typing],
  );
  const hide = useCallback(() => showKeys(false), [showKeys]);
  const found = useSearch(text, language);
  return (
    <Frame>
      <div className={styles.search} data-typing={keyboardShown}>
        <div className={styles.ask}>
          <h1>{say('search.title')}</h1>
          <SearchField
            text={text}
            change={change}
            typing={typing}
            language={language}
            keyboardShown={keyboardShown}
            showKeyboard={() => showKeys(true)}
          >
            {text !== '' && <ReadTyped text={text} language={wordsLanguage(language)} />}
          </SearchField>
          <SpeechNote of={TYPED} />
        </div>
        <div className={styles.found}>
          {found === undefined ? (
            <p className={styles.hint}>{say('search.hint')}</p>
          ) : (
            <ScrollArea of="sheet" at={found}>
              <Found page={found} />
            </ScrollArea>
          )}
        </div>
        {keyboardShown && (
          <div className={styles.keys}>
            <Keyboard key={language} language={language} typing={typing} done={hide} />
          </div>
        )}
      </div>
    </Frame>
  );
}
