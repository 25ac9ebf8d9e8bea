import type { Message } from '../../server/alerts/tell-alerts.ts';

/** A message that a device is silent. */
export function aMessage(more: Partial<Message> = {}): Message {
  const finding = { kind: 'silent', hours: 26, ofOpening: false } as const;
  return {
    alert: {
      ...{ id: '9b1b1f0e-5d3c-4f6e-8a39-0f8d6f5f1c11', library: 'delft', kind: 'silent' },
      ...{ subject: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d' },
      ...{ finding: JSON.stringify(finding), opened_at: '2026-11-27T14:00:00.000Z', closed_at: null },
    },
    ...{ about: 'opened', finding, libraryName: 'Bibliotheek Delft', place: 'Hal', refused: null },
    ...more,
  };
}
