import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser'
import { parse } from 'yaml'

const FOLDER = '.github/workflows'
const WORKFLOW = `${FOLDER}/gate.yml`
const workflow = readFileSync(WORKFLOW, 'utf8')

/** What GitHub's own parser says against a workflow: its schema, its expressions and what jobs need. */
const faultsIn = async (content: string): Promise<string[]> => {
  const { context, value } = parseWorkflow(
    { name: 'gate.yml', content },
    new NoOperationTraceWriter(),
  )
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

/** The workflow as far as it is about this repository. */
interface Workflow {
  readonly jobs: Readonly<
    Record<
      'gate',
      {
        readonly strategy: { readonly matrix: { readonly node: readonly number[] } }
        readonly steps: readonly { readonly run?: string }[]
      }
    >
  >
}

describe('the workflows for GitHub', () => {
  it.each(readdirSync(FOLDER))(
    'the workflows for GitHub are accepted by GitHub’s parser: %s',
    async (name) => {
      expect(await faultsIn(readFileSync(`${FOLDER}/${name}`, 'utf8'))).toEqual([])
    },
  )

  it.each([
    ['a key that is no word of jobs', workflow.replace('runs-on', 'run-on')],
    ['a key that is no word of steps', workflow.replace('- run:', '- runs:')],
    ['a context that does not exist', workflow.replace('${{ matrix.node }}', '${{ matrx.node }}')],
    ['an expression that does not end', workflow.replace('matrix.node }}', 'matrix.node')],
    ['lines that are no YAML', workflow.replace('jobs:', 'jobs: [')],
  ])('GitHub’s parser refuses a workflow with %s', async (_what, content) => {
    expect(content).not.toBe(workflow)
    expect(await faultsIn(content)).not.toEqual([])
  })

  it('the workflows for GitHub run the script of CI, which can be run', () => {
    const { steps } = (parse(workflow) as Workflow).jobs['gate']
    expect(steps.map(({ run }) => run)).toContain('.ci/run')
    expect(existsSync('.ci/run')).toBe(true)
    accessSync('.ci/run', constants.X_OK)
  })

  it('the workflows for GitHub begin with the oldest Node.js that package.json allows', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      engines: { node: string }
    }
    const { node } = (parse(workflow) as Workflow).jobs['gate'].strategy.matrix
    expect(`>=${Math.min(...node)}`).toBe(engines.node.split('.')[0])
  })

  it('the workflows for GitHub run scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const texts = ['.ci/run', ...readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`)]
    const run = texts
      .map((path) => readFileSync(path, 'utf8'))
      .concat(Object.values(scripts))
      .flatMap((text) => [...text.matchAll(/npm run (?:-s |--silent )?([\w:]+)(?! *-w)/g)])
      .map(([, name = '']) => name)
    expect(run).toEqual(expect.arrayContaining(['validate', 'maintainers', 'matrix', 'check:lint']))
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})
