import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readSettings } from '../../../server/src/settings/settings'

/** The compose file as far as it is used here. */
interface Compose {
  readonly services: {
    readonly database: {
      readonly image: string
      readonly environment: Readonly<Record<string, string>>
      readonly volumes: readonly string[]
      readonly healthcheck: { readonly test: readonly string[] }
    }
    readonly server: {
      readonly build: { readonly context: string; readonly dockerfile: string }
      readonly environment: readonly string[]
      readonly ports: readonly string[]
      readonly depends_on: Readonly<Record<string, { readonly condition: string }>>
    }
  }
  readonly volumes: Readonly<Record<string, null>>
}

const compose = parse(readFileSync('compose.yaml', 'utf8'), { strict: true }) as Compose
const { database, server } = compose.services

const DOCKERFILE = readFileSync(server.build.dockerfile, 'utf8')

/** The variables that the image sets. */
const imageNames = [...DOCKERFILE.matchAll(/^(?:ENV|    )(?: )?([A-Z_]+)=/gm)].map(
  ([, name = '']) => name,
)

/** The variables that the server asks for, whatever they are set to. */
const namesOfSettings = (): ReadonlySet<string> => {
  const asked = new Set<string>()
  readSettings(
    new Proxy<Record<string, string>>(environment, {
      get: (values, name) => {
        asked.add(String(name))
        return values[String(name)]
      },
    }),
  )
  return asked
}

/** A text of the file with its `${NAME:-default}` as they are where no variable is set. */
const withDefaults = (text: string) => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1')

/** The variables that the server starts with where the shell sets none. */
const environment = Object.fromEntries(
  server.environment
    .filter((line) => line.includes('='))
    .map((line) => {
      const [name = '', ...value] = line.split('=')
      return [name, withDefaults(value.join('='))] as const
    }),
)

describe('the compose file', () => {
  it('the compose file starts the server with settings that it accepts', () => {
    const settings = readSettings(environment)
    expect(settings.mode).toBe('development')
    expect(settings.database).toEqual({ kind: 'postgres', url: environment['DATABASE_URL'] })
  })

  it('the compose file and the image set variables that the server reads', () => {
    const named = server.environment.map((line) => line.split('=')[0] ?? '')
    const read = namesOfSettings()
    expect(named).toEqual(expect.arrayContaining(['WECHAT_APPID', 'WECHAT_SECRET']))
    expect(imageNames).toEqual(['NODE_ENV', 'HOST', 'PORT'])
    expect([...named, ...imageNames].filter((name) => !read.has(name))).toEqual([])
  })

  it('the compose file calls WeChat itself where nothing else is set', () => {
    expect(environment['WECHAT_API_BASE']).toBe('https://api.weixin.qq.com')
  })

  it('the compose file points the server at the database beside it, as the user it makes', () => {
    const url = new URL(environment['DATABASE_URL'] ?? '')
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = database.environment
    expect([url.username, url.password, url.pathname]).toEqual([
      POSTGRES_USER,
      POSTGRES_PASSWORD,
      `/${POSTGRES_DB}`,
    ])
    expect([url.hostname, url.port]).toEqual(['database', '5432'])
    expect(database.healthcheck.test.join(' ')).toContain(`-U ${POSTGRES_USER}`)
  })

  it('the compose file waits until the database answers', () => {
    expect(server.depends_on).toEqual({ database: { condition: 'service_healthy' } })
  })

  it('the compose file builds the image of a Dockerfile that is there, and opens its port on this machine alone', () => {
    const { context, dockerfile } = server.build
    expect(existsSync(`${context}/${dockerfile}`)).toBe(true)
    const [, port] = /^EXPOSE (\d+)$/m.exec(DOCKERFILE) ?? []
    expect(server.ports).toEqual([`127.0.0.1:${port}:${port}`])
  })

  it('the image runs scripts and files that the server has', () => {
    const { scripts } = JSON.parse(readFileSync('server/package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const run = [...DOCKERFILE.matchAll(/^RUN npm run (\S+) -w server$/gm)].map(([, name]) => name)
    expect(run).toEqual(['build'])
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run))
    const [, started = ''] = /^CMD \["node", "(.+)"\]$/m.exec(DOCKERFILE) ?? []
    expect(scripts['start']).toBe(`node ${started}`)
  })

  it('the compose file keeps the database in a volume that it declares', () => {
    const named = database.volumes.map((volume) => volume.split(':')[0])
    expect(named).toEqual(Object.keys(compose.volumes))
  })
})
