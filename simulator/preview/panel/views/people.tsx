import type { PreviewModel, PreviewView } from '../model/model'
import type { Texts } from '../texts/zh'
import { Avatar } from './avatar'
import { Section } from './choice'

/** Always there to be picked, whether or not the simulator knows them. */
const USUAL = ['alice', 'bob']

interface Props {
  model: PreviewModel
  view: PreviewView
  texts: Texts
}

/** Who holds the phone: one of the people the simulator knows, or someone new. */
export const People = ({ model, view: { settings, simulator }, texts }: Props) => {
  const known = typeof simulator === 'object' ? simulator.people : []
  const names = [...new Set([...USUAL, ...known.map(({ person }) => person), settings.person])]
  const phoneOf = (name: string) => known.find(({ person }) => person === name)?.phones[0]

  const handOver = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const name = String(new FormData(form).get('person')).trim()
    if (name === '') return
    form.reset()
    model.choose({ person: name })
  }

  return (
    <Section id="holder" title={texts.holder} lead={texts.holderLead}>
      <div class="people" role="radiogroup" aria-labelledby="holder-title">
        {names.map((name) => (
          <label key={name} class="person">
            <input
              type="radio"
              name="person"
              id={`person-${name}`}
              checked={name === settings.person}
              onChange={() => model.choose({ person: name })}
            />
            <Avatar name={name} />
            <span class="person-name">
              {name}
              {phoneOf(name) !== undefined && <small>{phoneOf(name)}</small>}
            </span>
          </label>
        ))}
      </div>
      <form class="inline-form" onSubmit={handOver}>
        <input
          id="person-new"
          name="person"
          maxLength={64}
          autocomplete="off"
          placeholder={texts.newPerson}
          aria-label={texts.newPerson}
        />
        <button type="submit" id="person-hand-over" class="quiet">
          {texts.handOver}
        </button>
      </form>
    </Section>
  )
}
