// A worker that reckons what is told of a month. For a library of many branches that takes seconds, in which the server answers.
import { parentPort, workerData } from 'node:worker_threads';
import { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import { publish } from '../../core/domain/report/publish.ts';
import type { MonthToTell } from './month-to-tell.ts';

const port = parentPort;
if (port === null) throw new Error('This file is run as a worker.');

const { asked, ...month } = workerData as MonthToTell;
const questions = asked.map(({ branch, body }) => ({
  branch,
  question: DeskQuestion.parse(JSON.parse(body)),
}));
port.postMessage(JSON.stringify(publish({ ...month, asked: questions })));
