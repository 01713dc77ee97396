import { parseArgs } from 'node:util'

const KINDS = ['page', 'tab', 'feature', 'module'] as const

export type Kind = (typeof KINDS)[number]

/** What is to be made. */
export interface Request {
  readonly kind: Kind
  readonly name: string
  readonly titles: { readonly zh: string | undefined; readonly en: string | undefined }
  /** Of a tab: the place from the left, counted from 1, or the tab that comes to stand behind it; the end by default. */
  readonly place:
    | { readonly kind: 'end' }
    | { readonly kind: 'at'; readonly at: number }
    | { readonly kind: 'before'; readonly tab: string }
  /** Of a feature: the page that shows it, by its name in routes.ts. */
  readonly on: string
}

export const USAGE = `npm run new -- page NAME       a page, opened by open('NAME'); folder/name puts it into that sub-package
npm run new -- tab NAME        a page of the tab bar; --at 2 (from the left) or --before me, else at the end
npm run new -- feature NAME    a folder of src/features, shown on a page; --on home (by its name in routes.ts)
npm run new -- module NAME     a module of the server: table, routes, export, erasure
   --title 订单 --title-en Orders   what it is called on screens
NAME is written in lower-case words joined by hyphens: tea-orders. Nothing that exists is overwritten.`

const isKind = (kind: string | undefined): kind is Kind => KINDS.some((it) => it === kind)

const placeOf = (at: string | undefined, before: string | undefined): Request['place'] => {
  if (at !== undefined && before !== undefined) {
    throw new Error('Name the place by --at or by --before, not by both.')
  }
  if (before !== undefined) return { kind: 'before', tab: before }
  if (at === undefined) return { kind: 'end' }
  if (!/^[1-9]$/.test(at)) throw new Error('--at takes a place from the left: 1, 2, 3 …')
  return { kind: 'at', at: Number(at) }
}

/** Reads the command line: undefined when help is asked for; throws a sentence for what it does not know. */
export const readArguments = (argv: readonly string[]): Request | undefined => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      title: text,
      'title-en': text,
      at: text,
      before: text,
      on: text,
    },
  })
  if (values.help === true) return undefined
  const [kind, name, ...more] = positionals
  if (!isKind(kind)) throw new Error(`Say what to make: ${KINDS.join(', ')}.\n${USAGE}`)
  if (name === undefined || more.length > 0) {
    throw new Error(`Say one name: npm run new -- ${kind} NAME`)
  }
  if (kind !== 'tab' && (values.at ?? values.before) !== undefined) {
    throw new Error('--at and --before are for tabs.')
  }
  if (kind !== 'feature' && values.on !== undefined) throw new Error('--on is for features.')
  return {
    kind,
    name,
    titles: { zh: values.title, en: values['title-en'] },
    place: placeOf(values.at, values.before),
    on: values.on ?? 'home',
  }
}
