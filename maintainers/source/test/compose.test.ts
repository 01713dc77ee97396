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
  it('starts the server with settings that it accepts', () => {
    const settings = readSettings(environment)
    expect(settings.mode).toBe('development')
    expect(settings.database).toEqual({ kind: 'postgres', url: environment['DATABASE_URL'] })
  })

  it('points the server at the database beside it, as the user it makes', () => {
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

  it('waits until the database answers', () => {
    expect(server.depends_on).toEqual({ database: { condition: 'service_healthy' } })
  })

  it('builds the image of a Dockerfile that is there, and opens its port on this machine alone', () => {
    const { context, dockerfile } = server.build
    expect(existsSync(`${context}/${dockerfile}`)).toBe(true)
    const [, port] = /^EXPOSE (\d+)$/m.exec(readFileSync(dockerfile, 'utf8')) ?? []
    expect(server.ports).toEqual([`127.0.0.1:${port}:${port}`])
  })

  it('keeps the database in a volume that it declares', () => {
    const named = database.volumes.map((volume) => volume.split(':')[0])
    expect(named).toEqual(Object.keys(compose.volumes))
  })
})
