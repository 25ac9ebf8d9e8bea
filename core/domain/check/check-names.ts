import { faultOfPaths } from '../../contract/repository/file-path.ts';
import type { Remark } from './finding.ts';

/** Names of files that a repository refuses: told to the author, and not only to whoever publishes. By the same rule. */
export function checkNames(paths: readonly string[]): Remark[] {
  const single = paths.flatMap((path) => remark(path, faultOfPaths([path])));
  return single.length > 0 ? single : together([...paths].sort());
}

/** What is wrong with names beside each other begins with one of them. */
function together(paths: readonly string[]): Remark[] {
  const fault = faultOfPaths(paths);
  return remark(paths.find((path) => fault?.startsWith(`"${path}"`)) ?? '', fault);
}

function remark(file: string, fault: string | undefined): Remark[] {
  return fault === undefined
    ? []
    : [
        {
          severity: 'error',
          rule: 'name',
          file,
          field: [],
          message: `This file cannot be published: ${fault}.`,
        },
      ];
}
