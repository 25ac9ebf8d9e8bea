// Runs in the page: each function is sent there by itself and can use nothing from outside itself.

/** Touches the button whose name begins like this, once it is there. */
export async function press(name: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const wanted = buttons.find((each) => (each.ariaLabel ?? each.textContent ?? '').trim().startsWith(name));
    if (wanted !== undefined) return wanted.click();
    await new Promise((wait) => setTimeout(wait, 10));
  }
  throw new Error(
    `There is no button "${name}" on the screen "${document.querySelector('h1')?.textContent}".`,
  );
}

/** Waits until the heading of the screen begins like this. */
export async function screenOf(heading: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (document.querySelector('h1')?.textContent?.startsWith(heading)) return;
    await new Promise((wait) => setTimeout(wait, 10));
  }
  throw new Error(`The screen is "${document.querySelector('h1')?.textContent}", not "${heading}".`);
}

/** Answers questions, by the first answer or by what is typed, until an outcome is there. */
export async function answerAll(digits: string, limit: number): Promise<void> {
  const heading = () => document.querySelector('h1')?.textContent;
  for (let count = 0; count < limit && document.querySelector('[data-verdict]') === null; count++) {
    const before = heading();
    document.querySelector<HTMLButtonElement>('[data-answer]')?.click();
    for (let tries = 0; tries < 500 && heading() === before; tries++)
      await new Promise((wait) => setTimeout(wait, 10));
  }
}
