import { PGlite } from '@electric-sql/pglite'
import { keepPlans } from '../../src/db/pglite-plans'

/** For the file that calls this: an empty PGlite, as it is and as one that keeps its plans. */
export const pgliteForFile = () => {
  let plain: PGlite
  let keeping: PGlite
  beforeAll(async () => {
    plain = await PGlite.create()
    keeping = keepPlans(plain)
  }, 120_000)
  afterAll(() => plain.close())

  return {
    get plain() {
      return plain
    },
    get keeping() {
      return keeping
    },
    /** How many statements it has planned. */
    plans: async (): Promise<number> => {
      const { rows } = await plain.query<{ n: number }>(
        'select count(*)::int as n from pg_prepared_statements',
      )
      return rows[0]?.n ?? 0
    },
  }
}
