import { describeQuestions } from './questions-suite.ts';

describeQuestions('questions in SQLite', async () => undefined, 1);
