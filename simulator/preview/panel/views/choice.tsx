import type { ComponentChildren } from 'preact'

interface Option<Value extends string> {
  value: Value
  label: string
}

interface Props<Value extends string> {
  /** Names the group in the page: `network` makes the ids `network-online`… */
  name: string
  label: string
  /** What it is for, in a few words. */
  hint?: string
  value: Value
  options: readonly Option<Value>[]
  onChoose: (value: Value) => void
}

/** A few choices side by side, one of them taken: radio buttons in the look of a switch. */
export const Segments = <Value extends string>(props: Props<Value>) => (
  <fieldset class="segments">
    <legend>{props.label}</legend>
    <div class="segments-row">
      {props.options.map(({ value, label }) => (
        <label key={value} class="segment">
          <input
            type="radio"
            id={`${props.name}-${value}`}
            name={props.name}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
    {props.hint !== undefined && <p class="hint">{props.hint}</p>}
  </fieldset>
)

/** Many choices, one of them shown. */
export const Select = <Value extends string>(props: Props<Value>) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <select
      id={props.name}
      value={props.value}
      onChange={(event) => props.onChoose(event.currentTarget.value as Value)}
    >
      {props.options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
    {props.hint !== undefined && <p class="hint">{props.hint}</p>}
  </div>
)

/** A titled part of the panel. */
export const Section = ({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ComponentChildren
}) => (
  <section class="section" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {lead !== undefined && <p class="lead">{lead}</p>}
    {children}
  </section>
)
