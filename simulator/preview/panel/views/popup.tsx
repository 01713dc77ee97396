import type { OpenQuestion } from '../model/answers'
import type { PreviewModel, PreviewView } from '../model/model'
import type { Texts } from '../texts/zh'
import { Avatar } from './avatar'
import { AvatarChooser } from './avatar-chooser'
import { Dialog } from './dialog'
import { LeadDialog } from './lead-dialog'
import { ActionSheet, Modal } from './modal'
import { OwnPage } from './own-page'
import { PermissionSheet } from './permission-sheet'
import { PhonePicker } from './phone-picker'
import { PickerPopup } from './picker-sheet'
import { Scanner } from './scanner'
import { ShareSheet } from './share-sheet'
import { Answers, Asker } from './sheet-parts'
import { SubscribeSheet } from './subscribe-sheet'

interface Props {
  model: PreviewModel
  view: PreviewView
  question: OpenQuestion
  texts: Texts
}

/** WeChat's question on the screen of the phone. */
export const Popup = ({ model, view, question, texts }: Props) => {
  const { person } = view.settings
  switch (question.kind) {
    case 'getUserProfile':
      return (
        <Dialog label={texts.profileTitle} look="sheet" onLeave={() => question.reply('refuse')}>
          <Asker view={view} texts={texts} />
          <h2>{texts.profileTitle}</h2>
          <p class="purpose">
            {texts.profilePurpose}: {question.shows.desc}
          </p>
          <div class="offer">
            <Avatar name={person} size={44} />
            <strong>{person}</strong>
          </div>
          <Answers
            no={texts.refuse}
            yes={texts.allow}
            onNo={() => question.reply('refuse')}
            onYes={() => question.reply('allow')}
          />
        </Dialog>
      )
    case 'privacy':
      return (
        <Dialog label={texts.privacyTitle} look="sheet" onLeave={() => question.reply('disagree')}>
          <Asker view={view} texts={texts} />
          <h2>{texts.privacyTitle}</h2>
          <p class="words">{texts.privacyLead}</p>
          <Answers
            no={texts.disagree}
            yes={texts.agree}
            onNo={() => question.reply('disagree')}
            onYes={() => question.reply('agree')}
          />
        </Dialog>
      )
    case 'phoneNumber':
      return <PhonePicker model={model} view={view} question={question} texts={texts} />
    case 'avatar':
      return <AvatarChooser name={person} question={question} texts={texts} />
    case 'modal':
      return <Modal question={question} />
    case 'actionSheet':
      return <ActionSheet question={question} texts={texts} />
    case 'share':
      return <ShareSheet view={view} question={question} texts={texts} />
    case 'ownPage':
      return <OwnPage view={view} question={question} texts={texts} />
    case 'picker':
      return <PickerPopup question={question} texts={texts} />
    case 'authorize':
      return <PermissionSheet view={view} question={question} texts={texts} />
    case 'scanCode':
      return <Scanner question={question} texts={texts} />
    case 'subscribe':
      return <SubscribeSheet view={view} question={question} texts={texts} />
    case 'chooseLocation':
    case 'chooseAddress':
    case 'payment':
    case 'miniProgram':
      return <LeadDialog question={question} texts={texts} />
    case 'nicknameReview':
      return null
  }
}
