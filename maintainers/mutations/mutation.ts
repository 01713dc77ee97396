/** One deliberate mistake, and the test that must notice it. */
export interface Mutation {
  name: string
  /** The sections that describe it. */
  section: string
  /** What people would suffer from it, in one sentence. */
  breaks: string
  file: string
  /** A text that occurs in the file exactly once. */
  find: string
  replace: string
  caughtBy: {
    project: 'app' | 'server' | 'bundle'
    file: string
    /** The test's own title, without those of its describe blocks. */
    title: string
  }
}

/** The source with the mistake in it. Throws when the text to replace is not there exactly once. */
export const mutate = (
  source: string,
  { name, file, find, replace }: Pick<Mutation, 'name' | 'file' | 'find' | 'replace'>,
): string => {
  const [before, after, ...more] = source.split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      `The mutation "${name}" must find its text in ${file} exactly once: bring it up to date with the file.`,
    )
  }
  return before + replace + after
}
