import { droppingAnswers } from './kit/dropping-answers'
import { useWorld } from './kit/use-world'

const world = useWorld()

describe('a note whose first save has lost its answer', () => {
  it('a note whose first save has lost its answer is saved once, with what was written since', async () => {
    const network = droppingAnswers(world.hosts)
    const app = await world.open('leila', { network })
    await app.tap('home-notes')
    await app.tap('note-write')
    await app.tap('gate-continue')
    await app.input('note-title', 'Groceries')
    network.dropping = '/notes/'
    await app.tap('note-save')
    expect(app.has('note-failure')).toBe(true)
    network.dropping = null
    await app.input('note-body', 'Milk and bread')
    await app.tap('note-save')
    expect(app.page()).toBe('pages/notes/index')
    expect([app.text('note-0'), app.has('note-1')]).toEqual(['GroceriesMilk and bread', false])
  })
})
