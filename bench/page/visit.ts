// Runs in the page: each function is sent there by itself and can use nothing from outside itself.

/** Touches the button whose name begins like this, once it is there. */
export async function press(name: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const nameOf = (button: HTMLElement) => (button.ariaLabel ?? button.textContent ?? '').trim();
    const wanted = buttons.find((each) => nameOf(each).startsWith(name));
    if (wanted !== undefined) return wanted.click();
    await new Promise((wait) => setTimeout(wait, 10));
  }
  throw new Error(`There is no button "${name}" on "${document.querySelector('h1')?.textContent}".`);
}

/** Touches the control, once it is there, and waits for a screen with another heading. */
export async function go(control: string): Promise<void> {
  const heading = () => document.querySelector('h1')?.textContent;
  let before: string | null | undefined;
  for (let tries = 0; tries < 500; tries++) {
    if (before !== undefined && heading() !== before) return;
    const target = before === undefined ? document.querySelector<HTMLElement>(control) : null;
    if (target !== null) {
      before = heading();
      target.click();
    }
    await new Promise((wait) => setTimeout(wait, 10));
  }
  throw new Error(`The control ${control} on "${heading()}" led nowhere.`);
}

/**
 * Answers questions until the outcome is there: with the first answer; where keys are, with these digits, or "I don't
 * know" when they do not fit.
 */
export async function walkFlow(digits: string, next: string): Promise<void> {
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('main button:enabled')];
  const touch = (text: string) =>
    buttons()
      .find((each) => each.textContent?.startsWith(text))
      ?.click();
  const heading = () => document.querySelector('h1')?.textContent;
  const another = async (before: string | null | undefined) => {
    for (let tries = 0; tries < 50 && heading() === before; tries++) {
      await new Promise((wait) => setTimeout(wait, 10));
    }
    return heading() !== before;
  };
  for (let question = 0; question < 20; question++) {
    if (document.querySelector('[data-verdict]') !== null) return;
    const before = heading();
    const answers = [...document.querySelectorAll<HTMLButtonElement>('[data-answer]')];
    if (answers.length > 1) answers[0]?.click();
    for (const digit of answers.length > 1 ? '' : digits) {
      touch(digit);
      await new Promise((wait) => setTimeout(wait, 10));
    }
    // Where keys are typed on, or several answers may be given, going on is a touch of its own.
    if (document.querySelector('[data-verdict]') === null && heading() === before) touch(next);
    if (!(await another(before))) answers.at(-1)?.click();
    await another(before);
  }
  throw new Error(`The flow came to no outcome; it stands at "${heading()}".`);
}
