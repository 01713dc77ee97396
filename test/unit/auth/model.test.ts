import { sessionHolds } from '../../kit/session-model/holds'

describe('the session machine, under any order of events', () => {
  it(
    'the session machine keeps its promises under any order of events',
    () => sessionHolds(500),
    30_000,
  )
})
