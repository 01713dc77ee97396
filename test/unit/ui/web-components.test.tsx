import { act, fireEvent, render } from '@testing-library/react'
import { Button } from '../../../src/ui/form/Button.h5'
import { Field } from '../../../src/ui/form/Field.h5'
import { Form } from '../../../src/ui/form/Form.h5'
import { Sheet } from '../../../src/ui/feedback/Sheet.h5'
import { TextArea } from '../../../src/ui/form/TextArea.h5'
import { wechat } from '../../kit/stubs/taro'

// The browser build finds its own variants by suffix; Jest needs a setting.
jest.mock('../../../src/ui/form/FieldLabel', () =>
  jest.requireActual<object>('../../../src/ui/form/FieldLabel.h5'),
)

const input = (id: string) => {
  const element = document.getElementById(id)
  if (!(element instanceof HTMLInputElement)) throw new Error(`#${id} is no input.`)
  return element
}

describe('a form that changes a password, in the browser build', () => {
  it('a form that changes a password names whose it is, for password managers, and sends that nowhere', () => {
    const onSubmit = jest.fn()
    render(
      <Form id="change" username="alice" onSubmit={onSubmit}>
        <Field id="new" name="new" kind="newPassword" label="New" initial="a new sentence" />
      </Form>,
    )
    const whose = document.querySelector<HTMLInputElement>('#change [autocomplete=username]')
    expect(whose?.value).toBe('alice')
    const form = document.getElementById('change')
    if (form !== null) fireEvent.submit(form)
    expect(onSubmit).toHaveBeenCalledWith({ new: 'a new sentence' })
  })
})

describe('a form of the browser build', () => {
  it('a form of the browser build returns what its fields hold when it is submitted, as by Enter', () => {
    const onSubmit = jest.fn()
    render(
      <Form id="form" onSubmit={onSubmit}>
        <Field id="name" name="name" kind="username" label="Name" initial="alice" />
        <Button id="go" label="Go" formType="submit" />
      </Form>,
    )
    fireEvent.change(input('name'), { target: { value: 'bob' } })
    const form = document.getElementById('form')
    if (form !== null) fireEvent.submit(form)
    expect(onSubmit).toHaveBeenCalledWith({ name: 'bob' })
  })

  it.each([
    ['username', 'username'],
    ['password', 'current-password'],
    ['newPassword', 'new-password'],
    ['email', 'email'],
    ['code', 'one-time-code'],
  ] as const)(
    'a form of the browser build shows password managers what a %s is',
    (kind, autoComplete) => {
      render(<Field id={kind} name={kind} kind={kind} label={kind} />)
      expect(input(kind).autocomplete).toBe(autoComplete)
    },
  )

  it('a form of the browser build lets what is typed run as its own letters do, also from right to left', () => {
    render(
      <>
        <Field id="name" name="name" kind="nickname" label="Name" initial="مەھەممەت" />
        <TextArea id="text" name="text" label="Text" />
      </>,
    )
    for (const id of ['name', 'text']) {
      expect(document.getElementById(id)?.getAttribute('dir')).toBe('auto')
    }
  })

  it('a form of the browser build ties label and error to the field, for those who cannot see them', () => {
    const { getByLabelText } = render(
      <Field id="mail" name="mail" kind="email" label="E-mail" error="No address." />,
    )
    const field = getByLabelText('E-mail')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const description = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(description?.textContent).toBe('No address.')
  })

  it('a form of the browser build reads an error out that comes while the focus is elsewhere', () => {
    Object.assign(globalThis, { __TARGET__: 'h5' })
    const { rerender, queryByRole } = render(
      <Field id="code" name="code" kind="code" label="Code" hint="Six digits" />,
    )
    expect(queryByRole('alert')).toBeNull()
    rerender(<Field id="code" name="code" kind="code" label="Code" error="A wrong code." />)
    expect(queryByRole('alert')?.textContent).toBe('A wrong code.')
    Object.assign(globalThis, { __TARGET__: 'weapp' })
  })

  it('a form of the browser build lets a password be looked at', () => {
    render(<Field id="secret" name="secret" kind="password" label="Password" />)
    expect(input('secret').type).toBe('password')
    const show = document.getElementById('secret-show')
    if (show !== null) fireEvent.click(show)
    expect(input('secret').type).toBe('text')
  })
})

describe('a button of the browser build', () => {
  it('a button of the browser build takes no click while it is busy, and is marked as busy', () => {
    const onTap = jest.fn()
    const { getByRole } = render(<Button id="b" label="Save" state="busy" onTap={onTap} />)
    fireEvent.click(getByRole('button'))
    expect(onTap).not.toHaveBeenCalled()
    expect(getByRole('button').getAttribute('aria-busy')).toBe('true')
  })
})

describe('a sheet of the browser build', () => {
  it('a sheet of the browser build is a dialog that Escape dismisses', () => {
    const onDismiss = jest.fn()
    const { getByRole } = render(
      <Sheet id="sheet" title="Question" onDismiss={onDismiss}>
        <Button id="yes" label="Yes" />
      </Sheet>,
    )
    const dialog = getByRole('dialog', { name: 'Question' })
    expect(document.activeElement).toBe(dialog)
    fireEvent.keyDown(dialog, { key: 'Escape' })
    expect(onDismiss).toHaveBeenCalledTimes(1)
  })

  it('a sheet of the browser build stays when Escape takes back letters that are being composed in it', () => {
    const onDismiss = jest.fn()
    const { getByRole } = render(
      <Sheet id="sheet" title="Question" onDismiss={onDismiss}>
        <input />
      </Sheet>,
    )
    fireEvent.keyDown(getByRole('textbox'), { key: 'Escape', isComposing: true })
    expect(onDismiss).not.toHaveBeenCalled()
  })
})

describe('a sheet of the browser build', () => {
  it('a sheet of the browser build goes with its page and comes back with it, and leaves the other page usable', () => {
    const { container } = render(
      <Sheet id="gate" title="Sign in" onDismiss={jest.fn()}>
        <p>Or later</p>
      </Sheet>,
    )
    expect(container.hasAttribute('inert')).toBe(true)
    act(() => wechat.hide())
    expect(document.getElementById('gate')).toBeNull()
    expect(container.hasAttribute('inert')).toBe(false)
    act(() => wechat.show())
    expect(document.getElementById('gate')).not.toBeNull()
  })
})
