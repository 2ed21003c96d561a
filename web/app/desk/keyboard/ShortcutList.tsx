// SPDX-License-Identifier: MIT
import { Fragment, type ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'

type Line = { readonly keys: ReactNode; readonly does: string }

const then = (letter: string): ReactNode => (
  <>
    <kbd>G</kbd> {m.keys_then()} <kbd>{letter}</kbd>
  </>
)

/** All shortcuts, by place. Letters of actions come from each lifecycle: they are written on the buttons. */
export function ShortcutList({ heading: Heading }: { heading: 'h2' | 'h3' }) {
  const moving = (
    <>
      <kbd>J</kbd> <kbd>K</kbd>
    </>
  )
  const letters = (
    <>
      <kbd>T</kbd> <kbd>C</kbd> <kbd>A</kbd> <kbd>R</kbd>
    </>
  )
  const range = (
    <>
      <kbd>{m.keys_shift()}</kbd> <kbd>X</kbd>
    </>
  )
  const search = (
    <>
      <kbd>Ctrl</kbd> <kbd>K</kbd>
    </>
  )
  const sections: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
    {
      title: m.keys_section_lists(),
      lines: [
        { keys: moving, does: m.keys_move() },
        { keys: <kbd>X</kbd>, does: m.keys_select() },
        { keys: range, does: m.keys_range() },
        { keys: <kbd>{m.keys_enter()}</kbd>, does: m.keys_open() },
      ],
    },
    {
      title: m.keys_section_act(),
      lines: [
        { keys: letters, does: m.keys_letters() },
        { keys: moving, does: m.keys_next() },
      ],
    },
    {
      title: m.keys_section_go(),
      lines: [
        { keys: then('F'), does: m.keys_go_queue() },
        { keys: then('D'), does: m.keys_go_all() },
        { keys: then('P'), does: m.keys_go_dashboard() },
      ],
    },
    {
      title: m.keys_section_all(),
      lines: [
        { keys: search, does: m.keys_search() },
        { keys: <kbd>?</kbd>, does: m.keys_all() },
        { keys: <kbd>F1</kbd>, does: m.keys_help() },
        { keys: <kbd>{m.keys_escape()}</kbd>, does: m.keys_close_pop() },
      ],
    },
  ]
  return (
    <div className="shortcuts">
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <Heading>{title}</Heading>
          <dl>
            {lines.map(({ keys, does }) => (
              <Fragment key={does}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
