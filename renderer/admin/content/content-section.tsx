import { useAdmin } from '../use-admin.ts';

/** What is on this kiosk, what is about to come, and what an admin can do with it. */
export function ContentSection() {
  const { say } = useAdmin();
  return <h1>{say('content.title')}</h1>;
}
