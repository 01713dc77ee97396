import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The function this project ships. */
export const UPDATE = 'update_wechat_user_info'

const SHIPPED = join(__dirname, '../../../cloud/functions', UPDATE)

// What a function reaches that has broken out of its vm into its process.
const ESCAPED = `BaaS.wechat.updateUserInfo.constructor.constructor('return process')()`

const FUNCTIONS: Readonly<Record<string, string>> = {
  tells_event: 'exports.main = async (event) => event',
  calls_back:
    'exports.main = (event, callback) => { setTimeout(() => callback(null, event.data), 1) }',
  calls_back_error: 'exports.main = (event, callback) => callback(new TypeError("no luck"))',
  calls_back_text: 'exports.main = (event, callback) => callback("no luck")',
  calls_back_then_fails:
    'exports.main = (event, callback) => { callback(null, "luck"); throw new Error("too late") }',
  calls_back_then_fails_later: `exports.main = (event, callback) => {
    setTimeout(() => { throw new Error('too late') }, 5)
    callback(null, 'luck')
  }`,
  gives_nothing: 'exports.main = async () => {}',
  gives_a_function: 'exports.main = async () => () => 1',
  gives_a_bigint: 'exports.main = async () => ({ n: 1n })',
  gives_a_circle: 'exports.main = async () => { const all = {}; all.all = all; return all }',
  gives_a_book: 'exports.main = async () => "x".repeat(1024 * 1024)',
  never_answers: 'exports.main = () => new Promise(() => {})',
  throws: 'exports.main = async () => { throw new Error("no luck") }',
  throws_nothing: 'exports.main = async () => { throw null }',
  chats: `exports.main = async () => {
    for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level]('a secret')
    return 'chatted'
  }`,
  asks_too_often: `exports.main = async () => {
    for (let calls = 0; ; calls++)
      await BaaS.wechat.updateUserInfo(1, {}).catch((error) => {
        throw new Error(calls + ' calls were answered. ' + error.message)
      })
  }`,
  answers_then_works: `exports.main = ({ request }, callback) => {
    setTimeout(() => {
      BaaS.wechat.updateUserInfo(request.user.id, { userInfo: { nickName: 'Late', avatarUrl: 'https://a/b' } }, { syncUserProfile: 'overwrite' })
    }, 20)
    callback(null, 'begun')
  }`,
  exports_nothing: 'BaaS.useVersion("v3.17.0")',
  is_broken: 'exports.main = (',
  loops: 'exports.main = () => { for (;;); }',
  never_ends: 'exports.main = () => new Promise(() => setTimeout(() => {}, 1e9))',
  renames: `exports.main = async ({ data }) =>
    BaaS.wechat.updateUserInfo(data.id, { userInfo: { nickName: data.name, avatarUrl: 'https://a/b' } }, { syncUserProfile: 'overwrite' })`,
  notes_limit: `exports.main = async (event) =>
    BaaS.wechat.updateUserInfo(event.request.user.id, { userInfo: { nickName: String(event.timeLimitInMS), avatarUrl: 'https://a/b' } }, { syncUserProfile: 'overwrite' })`,
  looks_around: `exports.main = async ({ data }) => {
    const process = ${ESCAPED}
    const attempt = (act) => { try { return act() } catch (error) { return error.code } }
    const { readFileSync, writeFileSync } = process.getBuiltinModule('fs')
    return {
      environment: Object.keys(process.env),
      own: attempt(() => readFileSync(data.own, 'utf8').length > 0),
      foreign: data.files.map((file) => attempt(() => readFileSync(file, 'utf8').length)),
      written: attempt(() => writeFileSync(data.own, '')),
      started: attempt(() => process.getBuiltinModule('child_process').execFileSync('id')),
    }
  }`,
}

/** A folder of deployed functions: the one we ship, and those that a test is about. */
export interface DeployedFunctions {
  readonly folder: string
  /** The file of one of them. */
  readonly fileOf: (name: string) => string
  readonly remove: () => Promise<void>
}

/** Deploys them into a new folder; the caller removes it. */
export const deployFunctions = async (): Promise<DeployedFunctions> => {
  const folder = await mkdtemp(join(tmpdir(), 'functions-'))
  const fileOf = (name: string) => join(folder, name, 'index.js')
  await cp(SHIPPED, join(folder, UPDATE), { recursive: true })
  for (const [name, source] of Object.entries(FUNCTIONS)) {
    await mkdir(join(folder, name))
    await writeFile(fileOf(name), source)
  }
  return { folder, fileOf, remove: () => rm(folder, { recursive: true }) }
}
