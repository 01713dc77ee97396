import { openTree, type Tree } from '../../../scripts/code/tree'
import type { FeatureName } from '../../../scripts/setup/features/feature'
import { lostNames } from '../lost-names'
import { createProject } from '../../../scripts/setup/create'

// Jest's sandbox cannot load Prettier, which changes no word.
jest.mock('../../../scripts/code/format', () => ({ formatChanged: () => Promise.resolve() }))

const MINUTES = 60_000
const PROVENANCE = { version: '1.0.0', commit: undefined, date: '2026-01-01', created: '1.0.0' }

/** A project that keeps these features, in memory. */
const projectWith = async (keep: readonly FeatureName[]): Promise<Tree> => {
  const tree = openTree('.')
  const answers = {
    name: 'tea-shop',
    displayName: '茶铺',
    displayNameEn: 'Tea shop',
    appid: 'touristappid',
    operator: { name: '', contact: '', address: '' },
    colour: '#0b7548',
    backend: keep.includes('server')
      ? ({ kind: 'own' } as const)
      : ({ kind: 'hosted', host: 'https://api.tea.example', clientId: 'tea' } as const),
    keep,
  }
  await createProject(tree, answers, PROVENANCE, '.')
  return tree
}

/** The lines of some files that speak of something, each with its path. */
const linesAbout = (tree: Tree, files: RegExp, words: RegExp): string[] =>
  tree
    .paths()
    .filter((path) => files.test(path))
    .flatMap((path) =>
      tree
        .read(path)
        .split('\n')
        .filter((line) => words.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )

/** Names of programs in what a backend says of sign-ins elsewhere, and the list of engines, are no web build. */
const BROWSERS = /(?<!\.)\bbrowsers?\b(?!slist)|on the web\b|web build|localStorage|浏览器|网页/i
const TABS = /(another|other|second|one) tab\b|otherTab|onStorage|\bcatchUp\b/i
/** What the generator of modules of the server says and calls. */
const MODULES = /\bmodules?\b(?!\.)|snake/i
const APP = /^(src\/(?!features\/account\/device-name)|types\/).*\.(tsx?|json)$/
const GUIDES = /^(AGENTS\.md|docs\/(architecture|app-api|guides\/(?!upgrades)).*\.md)$/

describe('what a project says of what it has not kept', () => {
  it(
    'a project of the app alone speaks of no browser, notes, numbers, server, simulator or shells',
    async () => {
      const tree = await projectWith([])
      expect(linesAbout(tree, APP, BROWSERS)).toEqual([])
      expect(linesAbout(tree, GUIDES, BROWSERS)).toEqual([])
      expect(linesAbout(tree, /^(src|test)\//, TABS)).toEqual([])
      expect(linesAbout(tree, /^scripts\/new/, MODULES)).toEqual([])
      expect(linesAbout(tree, /^src\/(i18n|features\/legal)\//, /\bnotes\b|笔记/)).toEqual([])
      expect(linesAbout(tree, /^(src\/i18n\/phone|scripts\/build)/, /\bsms[A-Z]|SMS/)).toEqual([])
      expect(linesAbout(tree, /privacy-guide/, /【短信|text message|找回账号|recover/)).toEqual([])
      const folders = /(server|simulator|maintainers|cloud|compat)\/|--> (server|compat)|MODULE/
      expect(linesAbout(tree, GUIDES, folders)).toEqual([])
      expect(linesAbout(tree, GUIDES, /`module|getPhoneNumber|TARO_APP_(PHONE|SMS)/)).toEqual([])
      expect(lostNames(tree)).toEqual([])
    },
    10 * MINUTES,
  )

  it(
    'a project with a server and without a web build speaks of no browser and no text messages in its app, and has nothing for measuring phones',
    async () => {
      const tree = await projectWith(['phone', 'notes', 'server', 'simulator'])
      expect(linesAbout(tree, APP, BROWSERS)).toEqual([])
      expect(linesAbout(tree, /^(src|test)\//, TABS)).toEqual([])
      expect(linesAbout(tree, /^src\/(features|pages|app\.config)/, /text message/)).toEqual([])
      const tools = /^(package\.json|[\w.]+\.(mjs|ts)|simulator\/.*\.md|docs\/.*\.md)$/
      expect(linesAbout(tree, tools, /\bprobe(:|\/|s? on)|RULES\.md|maintainers/)).toEqual([])
      expect(lostNames(tree)).toEqual([])
    },
    10 * MINUTES,
  )
})
