import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { BranchId, Plan } from '../../core/contract/sync/plan.ts';
import { isSame } from '../http/plan-door.ts';
import { RefusedError } from '../http/refusal.ts';
import type { PlanAnswers } from '../rollouts/plan-answers.ts';

/** `GET /api/v1/plans/LIBRARY/BRANCH`, when it is not answered at the door. `perMinute`: how often one address may get here. */
export function servePlans(app: FastifyInstance, answers: PlanAnswers, perMinute: number): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/plans/:library/:branch',
    {
      config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
      // The plan is written and signed already: what goes out is its bytes.
      serializerCompiler: () => (value) => value as unknown as string,
      schema: {
        summary: 'Which versions the devices of a branch may install, and when.',
        description: `The same for all devices of a branch, and no secret. The header ${SIGNATURE_HEADER} carries a detached JWS of the server over the body. With If-None-Match the answer is 304 as long as nothing changed.`,
        params: z.strictObject({ library: z.string(), branch: z.string() }),
        response: { 200: Plan, '4xx': Refusal, '5xx': Refusal },
      },
    },
    async ({ params, headers }, reply) => {
      const { library, branch } = params;
      // What is no name of a branch is not there either.
      const isName = LibraryId.safeParse(library).success && BranchId.safeParse(branch).success;
      const answer = isName ? await answers.find(`${library}/${branch}`) : undefined;
      if (answer === undefined) throw new RefusedError('not-found', 'There is no such branch.');
      const isUnchanged = isSame(answer, headers['if-none-match']);
      return reply
        .code((isUnchanged ? 304 : 200) as 200)
        .headers(isUnchanged ? answer.unchangedHeads : answer.heads)
        .send((isUnchanged ? undefined : answer.body) as never);
    },
  );
}
