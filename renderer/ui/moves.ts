/** May something move? Not when the visitor or the system asks for calm. */
export function moves(): boolean {
  return (
    document.documentElement.dataset['motion'] !== 'calm' &&
    !matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
