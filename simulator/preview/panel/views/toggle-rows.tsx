interface Props {
  label: string
  /** What is turned on or off, by name. */
  states: Readonly<Record<string, boolean>>
  textOf: (name: string) => string
  onChange: (states: Readonly<Record<string, boolean>>) => void
}

/** Rows of things that are each on or off. */
export const ToggleRows = ({ label, states, textOf, onChange }: Props) => (
  <div class="rows" role="group" aria-label={label}>
    {Object.entries(states).map(([name, isOn]) => (
      <label key={name} class="row">
        <span>{textOf(name)}</span>
        <input
          type="checkbox"
          id={`popup-${name}`}
          checked={isOn}
          onChange={() => onChange({ ...states, [name]: !isOn })}
        />
      </label>
    ))}
  </div>
)
