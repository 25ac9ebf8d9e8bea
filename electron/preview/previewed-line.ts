import type { HelpLine } from '../desk/line/help-line.ts';
import type { PreviewRoom } from './preview-room.ts';

/**
 * The line to the desk as the screens see it: while a pack is previewed there is no desk to be asked. Somebody who looks at a pack needs
 * no help, and whoever stands at the desk would walk for nothing.
 */
export function previewedLine(line: HelpLine, room: Pick<PreviewRoom, 'store'>): HelpLine {
  const isPreview = () => room.store() !== undefined;
  return {
    ...line,
    seen: () => (isPreview() ? { kind: 'no-desk' } : line.seen()),
    ask: (request) => {
      if (!isPreview()) line.ask(request);
    },
    withdraw: () => {
      if (!isPreview()) line.withdraw();
    },
  };
}
