import { existsSync, readFileSync } from 'node:fs'
import { openTree } from '../../../scripts/code/tree'
import { simplifyDockerfile } from '../../../scripts/setup/steps/dockerfile'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const DOCKERFILE = readFileSync('server/Dockerfile', 'utf8')
const CONTEXT = readFileSync('server/Dockerfile.dockerignore', 'utf8')

/** Paths of the repository that a Dockerfile copies; what comes out of another stage is not among them. */
const copiedBy = (text: string): string[] =>
  [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  )

const treeWithout = (gone: readonly string[]) => {
  const there = copiedBy(DOCKERFILE).filter((path) => !gone.includes(path))
  const files = there.map((path) => [/\.\w+$/.test(path) ? path : `${path}/a.ts`, ''])
  const tree = openTree(
    projectOf({
      ...(Object.fromEntries(files) as Record<string, string>),
      'server/Dockerfile': DOCKERFILE,
      'server/Dockerfile.dockerignore': CONTEXT,
    }),
  )
  simplifyDockerfile(tree)
  return tree
}

describe('the image of the server', () => {
  it('the image of the server copies what this repository has, all of which its context lets in', () => {
    const sources = copiedBy(DOCKERFILE)
    expect(sources.filter((path) => !existsSync(path))).toEqual([])
    const isLetIn = (path: string) =>
      CONTEXT.split('\n').some((line) => line.startsWith('!') && path.startsWith(line.slice(1)))
    expect(sources.filter((path) => !isLetIn(path))).toEqual([])
  })

  it('the image of the server is the same in a project that keeps everything', () => {
    const tree = treeWithout([])
    expect(tree.read('server/Dockerfile')).toBe(DOCKERFILE)
    expect(tree.read('server/Dockerfile.dockerignore')).toBe(CONTEXT)
  })

  it('the image of the server copies nothing of the simulator and of the cloud function in a project without them', () => {
    const gone = ['simulator/package.json', 'cloud']
    const tree = treeWithout(gone)
    const text = tree.read('server/Dockerfile')
    expect(copiedBy(text)).toEqual(copiedBy(DOCKERFILE).filter((path) => !gone.includes(path)))
    expect(text).toContain('COPY --from=build')
    expect(tree.read('server/Dockerfile.dockerignore')).not.toMatch(/simulator|cloud/)
  })
})
