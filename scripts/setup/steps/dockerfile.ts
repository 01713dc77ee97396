import type { Tree } from '../../code/tree'

const DOCKERFILE = 'server/Dockerfile'
const CONTEXT = 'server/Dockerfile.dockerignore'

/** What a line copies from the repository, or lets into the build: undefined for any other line. */
const sourceOf = (line: string): string | undefined => {
  const copied = /^COPY ([^-].*) \S+$/.exec(line)?.[1]
  const allowed = /^!(.+)$/.exec(line)?.[1]
  return copied ?? allowed
}

/** Takes out of the server's image what the project has not kept: Docker refuses to copy a file that is not there. */
export const simplifyDockerfile = (tree: Tree): void => {
  const paths = tree.paths()
  const isThere = (source: string) =>
    paths.some((path) => path === source || path.startsWith(`${source.replace(/\/$/, '')}/`))
  const stays = (line: string): boolean => {
    const source = sourceOf(line)
    return source === undefined || source.split(' ').every(isThere)
  }
  for (const path of [DOCKERFILE, CONTEXT].filter((it) => tree.has(it))) {
    tree.write(path, tree.read(path).split('\n').filter(stays).join('\n'))
  }
}
