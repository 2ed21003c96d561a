// SPDX-License-Identifier: MIT
import { Fragment, type ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'

type Line = readonly [keys: ReactNode, does: string]

const then = (letter: string): ReactNode => (
  <>
    <kbd>G</kbd> {m.keys_then()} <kbd>{letter}</kbd>
  </>
)

/** All shortcuts, by place. Letters of actions come from each lifecycle: they are written on the buttons. */
export function ShortcutList() {
  const sections: readonly (readonly [title: string, lines: readonly Line[]])[] = [
    [
      m.keys_section_lists(),
      [
        [
          <>
            <kbd>J</kbd> <kbd>K</kbd>
          </>,
          m.keys_move(),
        ],
        [<kbd>X</kbd>, m.keys_select()],
        [
          <>
            <kbd>{m.keys_shift()}</kbd> <kbd>X</kbd>
          </>,
          m.keys_range(),
        ],
        [<kbd>{m.keys_enter()}</kbd>, m.keys_open()],
      ],
    ],
    [
      m.keys_section_act(),
      [
        [
          <>
            <kbd>T</kbd> <kbd>C</kbd> <kbd>A</kbd> <kbd>R</kbd>
          </>,
          m.keys_letters(),
        ],
        [
          <>
            <kbd>J</kbd> <kbd>K</kbd>
          </>,
          m.keys_next(),
        ],
      ],
    ],
    [
      m.keys_section_go(),
      [
        [then('F'), m.keys_go_queue()],
        [then('D'), m.keys_go_all()],
        [then('P'), m.keys_go_dashboard()],
      ],
    ],
    [
      m.keys_section_all(),
      [
        [
          <>
            <kbd>Ctrl</kbd> <kbd>K</kbd>
          </>,
          m.keys_search(),
        ],
        [<kbd>?</kbd>, m.keys_all()],
        [<kbd>{m.keys_escape()}</kbd>, m.keys_close_pop()],
      ],
    ],
  ]
  return (
    <div className="shortcuts">
      {sections.map(([title, lines]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {lines.map(([keys, does]) => (
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
