import { sentencesIn, type Sentence } from '../steps/sentences'

/** What tests of the server say and do with the function that this repository ships. */
export const ofCloudFunction: readonly Sentence[] = [
  ...sentencesIn(
    'test/setup/contract.ts',
    ['import { cp, mkdir,', 'import { mkdir,'],
    [', beside the one this project ships', ''],
    ["  await cp('cloud/functions', folder, { recursive: true })\n", ''],
  ),
  ...sentencesIn('server/test/kit/compiled-server.ts', [
    "  await cp(join(SERVER, '../cloud'), join(home, 'cloud'), { recursive: true })\n",
    '',
  ]),
  ...sentencesIn('server/test/kit/cloud-functions.ts', [
    'A folder of deployed functions: the one we ship, and those that a test is about.',
    'A folder of deployed functions: those that a test is about.',
  ]),
]
