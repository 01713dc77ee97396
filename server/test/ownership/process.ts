import { register } from 'node:module'

// Before anything hashes a password. Jest is not used here: its sandbox makes these stories a fifth slower.
register('./cheap-hashes-hooks.mjs', import.meta.url)
const { checkStories } = await import('./check')

const [stories = '', seed = '', shrink = ''] = process.argv.slice(2)
const outcome = await checkStories({
  stories: Number(stories),
  seed: Number(seed),
  shrink: shrink === 'yes' ? 'yes' : 'no',
})
process.stdout.write(JSON.stringify(outcome), () => process.exit())
