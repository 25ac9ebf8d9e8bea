import { type Spoken, spokenName, spokenText } from '../../../core/domain/directory/spoken.ts';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';

type Props = {
  readonly spoken: readonly Spoken[];
  /** The line with the names, in a sentence of its own; only the names when there is none. */
  readonly line?: (names: string) => string;
};

/** Which languages are spoken, and below it what goes with one of them, such as on which day. */
export function SpokenLines({ spoken, line = (names) => names }: Props) {
  const { language } = useTools();
  const names = spokenText(spoken, language);
  if (names === undefined) return null;
  return (
    <>
      <p>{line(names)}</p>
      {spoken.map(({ note, ...each }, index) =>
        note === undefined ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a language has no other name than its place
          <p key={index}>
            {spokenName(each, language)}: <Said words={note} language={language} text={(text) => text} />
          </p>
        ),
      )}
    </>
  );
}
