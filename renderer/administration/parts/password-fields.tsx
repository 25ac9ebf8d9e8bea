import { useWords } from '../use-words.ts';
import { Field } from './field.tsx';

/** The password of an account, and the code that its app shows: one is not enough without the other. */
export function PasswordFields() {
  const { say } = useWords();
  return (
    <>
      <Field
        label={say('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        label={say('signIn.code')}
        note={say('signIn.codeNote')}
        name="code"
        autoComplete="one-time-code"
        required
      />
    </>
  );
}
