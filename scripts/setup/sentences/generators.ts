import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'

/** What tools and their documents say of modules and of the settings of the server. */
export const ofGenerators: readonly Sentence[] = [
  ...sentencesIn('scripts/new.ts', [
    'pages, tabs, features and modules,',
    'pages, tabs and features,',
  ]),
  ...sentencesIn('scripts/new/arguments.ts', [/npm run new -- module .*\n/, '']),
  ...sentencesIn('scripts/new/name.ts', [
    'spellings that code, tables and screens need',
    'spellings that code and screens need',
  ]),
  ...sentencesIn(
    'docs/guides/commands.md',
    ['npm run new -- module tea-orders\n', ''],
    ['（与后端的是否一致）', ''],
    ['、应用与后端是否一致（由谁写资料、短信支持的国家和地区）、后端设置、数据库、时钟', '、时钟'],
  ),
  ...linesIn('docs/guides/commands.md', '| `module NAME`'),
  ...sentencesIn(
    'docs/guides/commands.en.md',
    ['npm run new -- module tea-orders\n', ''],
    ["the AppID (and the server's)", 'the AppID'],
    [
      ', what app and server disagree on (who writes profiles, the countries of text messages), server settings, database, clock',
      ', clock',
    ],
  ),
  ...linesIn('docs/guides/commands.en.md', '| `module NAME`'),
]
