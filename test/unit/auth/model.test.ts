import { sessionHolds } from '../../kit/session-model/holds'

describe('the session machine, under any order of events', () => {
  it('keeps its promises', () => sessionHolds(500), 30_000)
})
