import { execFileSync, spawnSync } from 'node:child_process'

const MOST_OUTPUT = 64 * 1024 * 1024

/**
 * Runs git in a folder and returns what it printed, without the last line's end: a status begins with a blank. Throws
 * its own message.
 */
export const git = (
  folder: string,
  args: readonly string[],
  { env = {}, input = '' }: { env?: Readonly<NodeJS.ProcessEnv>; input?: string } = {},
): string => {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    input,
    maxBuffer: MOST_OUTPUT,
  })
  if (error !== undefined) {
    throw new Error(
      'code' in error && error.code === 'ENOENT' ? 'git is not installed.' : error.message,
    )
  }
  if (status !== 0) throw new Error(`git ${args[0]}: ${(stderr || stdout).trim()}`)
  return stdout.trimEnd()
}

/** Whether git succeeds. */
export const gitPasses = (folder: string, args: readonly string[]): boolean =>
  spawnSync('git', args, { cwd: folder, stdio: 'ignore' }).status === 0

/** Writes the files of a commit into an empty folder. */
export const exportCommit = (repository: string, commit: string, folder: string): void => {
  const archive = execFileSync('git', ['archive', '--format=tar', commit], {
    cwd: repository,
    maxBuffer: 1024 * 1024 * 1024,
  })
  execFileSync('tar', ['-xf', '-', '-C', folder], { input: archive })
}
