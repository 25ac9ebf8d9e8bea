import { describeSecretsKey } from './secrets-key-suite.ts';

describeSecretsKey('the key of secrets with SQLite', async () => undefined);
