import { useEffect, useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { PreviewModel, PreviewView } from '../model/model'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'
import { Answers, Asker } from './sheet-parts'

interface Props {
  model: PreviewModel
  view: PreviewView
  question: Extract<OpenQuestion, { kind: 'phoneNumber' }>
  texts: Texts
}

const masked = (phone: string) => phone.replace(/(\d{3})\d+(\d{4})$/, '$1****$2')

/** Which of their numbers the person shares, if any. */
export const PhonePicker = ({ model, view, question, texts }: Props) => {
  const [phones, setPhones] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState(0)
  const { person } = view.settings
  useEffect(() => {
    model.phonesOf(person).then(setPhones, () => setPhones([]))
  }, [model, person])

  const phone = phones[chosen]
  return (
    <Dialog
      label={texts.phoneTitle}
      look="sheet"
      onLeave={() => question.reply({ kind: 'cancel' })}
    >
      <Asker view={view} texts={texts} />
      <h2>{texts.phoneTitle}</h2>
      <p class="purpose">
        {question.shows.check === 'quick' ? texts.phoneLead : texts.phoneRealtime}
      </p>
      <div class="rows" role="radiogroup" aria-label={texts.phoneLead}>
        {phones.map((one, index) => (
          <label key={one} class="row">
            <span>{masked(one)}</span>
            <input
              type="radio"
              name="phone-number"
              id={`popup-phone-${index}`}
              checked={index === chosen}
              onChange={() => setChosen(index)}
            />
          </label>
        ))}
      </div>
      <Answers
        no={texts.refuse}
        yes={texts.allow}
        onNo={() => question.reply({ kind: 'refuse' })}
        onYes={() =>
          question.reply(phone === undefined ? { kind: 'allow' } : { kind: 'allow', phone })
        }
      />
    </Dialog>
  )
}
