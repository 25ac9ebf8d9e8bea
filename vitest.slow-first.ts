import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begins with the files that take longest, by the end of their paths, in this order; the others follow as usual, the largest first. One
 * that takes minutes and begins last keeps a single processor busy while the other waits.
 */
export function slowFirst(slow: readonly string[]): typeof BaseSequencer {
  const place = ({ moduleId }: TestSpecification) => {
    const at = slow.findIndex((ending) => moduleId.endsWith(ending));
    return at === -1 ? slow.length : at;
  };
  const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const usual = await super.sort(files);
      return usual.sort((one, other) => group(one) - group(other) || place(one) - place(other));
    }
  };
}
