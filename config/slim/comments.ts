import { parse, type Comment } from 'acorn'

/**
 * A script without its comments, whose words name nothing. One that cannot be parsed stays as it is: a name too many
 * costs bytes, one too few an attribute.
 */
export const withoutComments = (script: string): string => {
  const comments: Comment[] = []
  try {
    parse(script, { ecmaVersion: 'latest', sourceType: 'module', onComment: comments })
  } catch {
    return script
  }
  return comments.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    script,
  )
}
