import { click, see, tap, type } from '../phone-steps'
import { inTurn, onPhone, type PhoneScene, type PhoneStep } from '../scene'
import { becomeMember, WILLING } from './ways'

const phone = onPhone()
const willing = onPhone({ settings: WILLING })

const openList = inTurn(becomeMember, tap('home-notes'))

const write = (title: string, body: string): PhoneStep =>
  inTurn(
    tap('note-write'),
    type('note-title', title),
    type('note-body', body),
    tap('note-save'),
    see('note-0', title),
  )

const RECIPE = '西红柿两个，鸡蛋三个，盐一小勺。先炒蛋，盛出来，再炒西红柿，最后一起翻炒。'

const openNote = inTurn(openList, write('番茄炒蛋', RECIPE), tap('note-0'), see('note-text'))

/** The worked example: the list, a note and the editor, and what they say when something is missing. */
export const notesScenes: readonly PhoneScene[] = [
  phone('notes-samples', see('link-continue'), tap('home-notes'), see('note-0')),
  phone('notes-empty', openList, see('notes-empty')),
  phone('notes', openList, write('周末计划', '周六爬山，周日看书。'), write('番茄炒蛋', RECIPE)),
  phone(
    'notes-offline',
    see('link-continue'),
    click('network-offline'),
    tap('home-notes'),
    see('notes-failure'),
  ),
  phone('note', openNote),
  phone('note-shared', openNote, tap('note-share-on'), see('note-share-off')),
  phone('note-deleted', openNote, tap('note-delete'), see('note-removed')),
  willing(
    'note-edit',
    openNote,
    tap('note-edit'),
    see('note-body'),
    tap('note-picture-add'),
    see('note-picture-remove-0'),
  ),
  phone(
    'note-edit-offline',
    openList,
    tap('note-write'),
    type('note-title', '番茄炒蛋'),
    click('network-offline'),
    tap('note-save'),
    see('note-failure'),
  ),
]
