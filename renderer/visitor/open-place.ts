import type { ServiceFilters } from '../../core/contract/directory.ts';
import { readText } from '../../core/contract/json-text.ts';
import { kiosk } from '../kiosk.ts';
import { NO_TICKET, type Place } from './visit.ts';

/** Something a visitor can open by its id. */
export type Target =
  | { readonly kind: 'topic' | 'flow' | 'article' | 'service'; readonly id: string }
  | { readonly kind: 'services'; readonly filters: ServiceFilters }
  | { readonly kind: 'desk' };

/** Fetches what a place needs from main. What is not there any more becomes the place that says so. */
export async function openPlace(target: Target): Promise<Place> {
  if (target.kind === 'desk') {
    return { kind: 'desk', ...(await kiosk.invoke('desk:ticket', {}).catch(() => NO_TICKET)) };
  }
  if (target.kind === 'services') {
    const { filters } = target;
    const page = await kiosk.invoke('directory:list', { filters, page: 0 });
    return { kind: 'services', kept: { filters, page } };
  }
  const { kind, id } = target;
  if (kind === 'service') {
    const page = await kiosk.invoke('directory:service', { id });
    return page === null ? { kind: 'missing' } : { kind, page: readText(page) };
  }
  if (kind === 'topic') {
    const page = await kiosk.invoke('content:topic', { topic: id });
    return page === null ? { kind: 'missing' } : { kind, page };
  }
  if (kind === 'article') {
    const page = await kiosk.invoke('content:article', { article: id });
    return page === null ? { kind: 'missing' } : { kind, page };
  }
  const page = await kiosk.invoke('content:flow', { flow: id });
  return page === null ? { kind: 'missing' } : { kind, page, answers: {} };
}
