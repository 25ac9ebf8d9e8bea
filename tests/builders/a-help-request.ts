import { randomUUID } from 'node:crypto';
import type { HelpRequest } from '../../core/domain/desk/help-request.ts';

/** A request of somebody who looks at a topic. */
export function aRequest(more: Partial<HelpRequest> = {}): HelpRequest {
  return {
    id: randomUUID(),
    ticket: 7,
    language: 'nl',
    about: { kind: 'topic', topic: 'geld' },
    ...more,
  } as HelpRequest;
}
