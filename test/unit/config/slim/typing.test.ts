import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import { typing } from '../../../../config/slim/typing'
import type { Build } from '../../../../config/slim/build'

type Data = Readonly<Record<string, unknown>>

interface TaroNode {
  ctx: { setData: (data: Data, drawn: () => void) => void }
  appendChild: (child: TaroNode) => void
  setAttribute: (name: string, value: unknown) => void
  dispatchEvent: (event: object) => void
}

interface Taro {
  document: { createElement: (tag: string) => TaroNode }
  createEvent: (event: object, node: TaroNode) => object
}

const [edit] = typing.start?.({} as Build).edits ?? []

const withTyping: Plugin = {
  name: 'typing',
  setup: ({ onLoad }) =>
    onLoad({ filter: /dom\/form\.js$/ }, ({ path }) => ({
      contents: edit?.edit(readFileSync(path, 'utf8'), path) ?? '',
    })),
}

const RUNTIME = dirname(createRequire(__filename).resolve('@tarojs/runtime/package.json'))
const SWITCHES = [
  'INNER_HTML',
  'ADJACENT_HTML',
  'CLONE_NODE',
  'CONTAINS',
  'SIZE_APIS',
  'TEMPLATE_CONTENT',
  'MUTATION_OBSERVER',
]

/** Taro's own runtime for WeChat in one script. */
const runtimeWith = async (plugins: Plugin[]): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: `export * from './dist/index.js'`, resolveDir: RUNTIME },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'taro',
    mainFields: ['browser', 'module', 'main'],
    define: {
      'process.env.TARO_ENV': '"weapp"',
      'process.env.TARO_PLATFORM': '"mini"',
      'process.env.NODE_ENV': '"production"',
      'process.env.SUPPORT_TARO_POLYFILL': '"disabled"',
      ...Object.fromEntries(SWITCHES.map((name) => [`ENABLE_${name}`, 'false'])),
    },
    plugins,
    logLevel: 'error',
  })
  return `${outputFiles[0]?.text ?? ''};taro`
}

/** One input on a page, with what setData brought to its value, in order. */
const inputOn = (runtime: string) => {
  const { document, createEvent } = runInNewContext(runtime, {
    setTimeout,
    clearTimeout,
    console,
    global: {},
    Date,
  }) as Taro
  const page = document.createElement('root')
  const input = document.createElement('input')
  const drawn: unknown[] = []
  let answer: () => void = () => undefined
  page.ctx = {
    setData: (data, done) => {
      for (const [path, value] of Object.entries(data)) if (/\.p\d+$/.test(path)) drawn.push(value)
      answer = done
    },
  }
  page.appendChild(input)
  jest.runAllTimers()
  answer()
  return {
    drawn,
    type: (value: string) =>
      input.dispatchEvent(
        createEvent({ type: 'input', detail: { value }, target: {}, currentTarget: {} }, input),
      ),
    /** React sets the value of a controlled field each time it draws. */
    set: (value: string) => input.setAttribute('value', value),
    /** Taro's setData starts, and the phone has drawn it. */
    draw: () => {
      jest.runAllTimers()
      answer()
      jest.runAllTimers()
    },
  }
}

describe('a field of Taro', () => {
  let plain = ''
  let repaired = ''

  beforeAll(async () => {
    plain = await runtimeWith([])
    repaired = await runtimeWith([withTyping])
  })
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('a field of Taro still sends back what was typed; when it does not, config/slim/typing.ts can go', () => {
    const { drawn, type, draw } = inputOn(plain)
    type('a')
    draw()
    expect(drawn).toEqual(['a'])
  })

  it('a field of Taro does not send back what was typed, with config/slim/typing.ts', () => {
    const { drawn, type, set, draw } = inputOn(repaired)
    for (const text of ['a', 'ab', 'abc']) {
      type(text)
      set(text)
    }
    draw()
    expect(drawn).toEqual([])
  })

  it('a field of Taro shows another value that the app sets, also one that the page held before the typing', () => {
    const { drawn, type, set, draw } = inputOn(repaired)
    type('abc')
    set('')
    draw()
    draw()
    expect(drawn).toEqual(['abc', ''])
  })

  it('a field of Taro lets what is typed meanwhile stand', () => {
    const { drawn, type, set, draw } = inputOn(repaired)
    type('abc')
    set('')
    type('x')
    draw()
    draw()
    expect(drawn).toEqual(['abc'])
  })

  it('a field of Taro shows values that the app sets in turn without typing between them', () => {
    const { drawn, type, set, draw } = inputOn(repaired)
    set('first')
    draw()
    type('first!')
    set('first')
    draw()
    draw()
    set('second')
    draw()
    expect(drawn).toEqual(['first', 'first!', 'first', 'second'])
  })
})
