import { sql } from 'drizzle-orm'
import { operatorForFile } from '../kit/operator'

const { server, hand, run, silent, wellKnown } = operatorForFile()

describe('an operator’s command', () => {
  const execute = (text: string) => server.context.db.execute(sql.raw(text))
  beforeAll(async () => {
    await execute(`
      create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the trail is full'; end $$`)
  })
  const whileTheTrailIsFull = async (act: () => Promise<void>) => {
    await execute(
      'create trigger full_trail before insert on audit_events execute function refuse()',
    )
    await act()
    await execute('drop trigger full_trail on audit_events')
  }

  it.each([
    ['block', 'open'],
    ['unblock', 'blocked'],
    ['end-sessions', 'open'],
    ['unlink', 'open'],
    ['erase', 'open'],
  ] as const)(
    'an operator’s command is not carried out where it cannot be written down: %s',
    async (command, state) => {
      const person = `person of ${command}`
      const [name, phone] = [command.replace('-', ''), '13710000003']
      const { id, token } = await wellKnown(name, person, phone, `${name}@example.com`)
      if (state === 'blocked') await run(`block ${id} --yes`)
      await whileTheTrailIsFull(async () => {
        const typed = command === 'unblock' ? '' : ' --yes'
        await expect(run(`${command} ${id}${typed}`)).rejects.toThrow()
      })
      const { status } = await silent(person)
      expect(status).toBe(state === 'blocked' ? 403 : 201)
      if (state === 'open') expect(await hand.read(id, token)).toMatchObject({ id })
      await run(`erase ${id} --yes`)
    },
  )
})
