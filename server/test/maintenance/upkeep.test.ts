import { sql } from 'drizzle-orm'
import { keepUpEachMinute } from '../../src/maintenance/upkeep'
import { serverForFile } from '../kit/server-for-file'
import { ALL_BUT_INTERVALS } from '../kit/fake-timers'
import { watchQueries } from '../kit/query-watch'

const { server } = serverForFile()

it('an embedded database is tidied up in each minute in which something was written, until it closes', async () => {
  const { db, background } = server.context
  const watch = watchQueries(db)
  const write = () =>
    db.execute(sql`insert into spent_codes values (gen_random_uuid()::text, now())`)
  const checkpointsOfAMinute = async () => {
    watch.forget()
    jest.advanceTimersByTime(60_000)
    await background.settled()
    return watch.seen().filter(({ text }) => text === 'checkpoint').length
  }
  jest.useFakeTimers({ doNotFake: ALL_BUT_INTERVALS })
  try {
    const stop = keepUpEachMinute(server.context)
    await write()
    expect(await checkpointsOfAMinute()).toBe(1)
    expect(watch.seen().map(({ text }) => text)).toContain('vacuum "file_bytes"')
    expect(await checkpointsOfAMinute()).toBe(0)
    await write()
    expect(await checkpointsOfAMinute()).toBe(1)
    await write()
    stop()
    expect(await checkpointsOfAMinute()).toBe(0)
  } finally {
    jest.useRealTimers()
  }
})
