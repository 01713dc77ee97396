import type { Fault } from './faults'

/** After how many stories a fault was found, and by which invariant; null when it was not. */
export interface Found {
  readonly fault: Fault
  readonly stories: number
  readonly invariant: string | null
}

/** The page that says what the model finds, as Markdown. */
export const faultsPage = (
  found: readonly Found[],
  { seed, stories }: { readonly seed: number; readonly stories: number },
): string => {
  const rows = found.map(
    ({ fault, stories: until, invariant }) =>
      `| ${fault.id} | ${fault.what} | ${until} | ${invariant ?? 'not found'} |`,
  )
  return `# An attacker and an owner

\`server/test/ownership/ownership.test.ts\` runs stories of an attacker and an owner against the real server. It
checks after every step that what a person has proven stays theirs, and after every story that an account which takes no
part is as it was. \`npm test\` runs 300 of them. \`npm run ownership -w server -- 10000 [seed]\` runs ten thousand in two
processes; \`npm run ownership:postgres -w server -- [stories] [seed]\` does so on PostgreSQL.
A broken invariant is printed as the story that broke it, with its seed. What the server draws at random (codes, tokens)
is no part of the seed.

## Does it find anything?

\`npm run ownership:faults -- [seed]\` puts faults into a copy of the server, one by one, most of which it once had,
and runs up to ${stories} stories until an invariant breaks. It writes this page. Seed ${seed}:

| fault | what was put back | stories until found | invariant that broke |
| --- | --- | --: | --- |
${rows.join('\n')}
`
}
