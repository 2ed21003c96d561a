// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { Avatar } from './Avatar.tsx'
import type { Told } from './dates.ts'
import { FileList, type FileItem } from './FileList.tsx'
import { Icon } from './icons/Icon.tsx'

export interface ThreadMessage {
  readonly id: string
  readonly author: string
  /** `them`: the applicant; `us`: the body. */
  readonly side: 'us' | 'them'
  readonly mine: boolean
  readonly at: Told
  readonly body: string
  /** Waits for an answer: the applicant reads it as a request. */
  readonly asks: boolean
  readonly files: readonly FileItem[]
}

/** The discussion on an entry, oldest first. */
export function Thread({ messages }: { messages: readonly ThreadMessage[] }) {
  return messages.map((message) => (
    <article key={message.id} className={message.side === 'us' ? 'msg msg--us' : 'msg'}>
      <Avatar name={message.author} side={message.side} />
      <div className="msg__h">
        <b>{message.mine ? m.ui_you() : message.author}</b>
        <time dateTime={message.at.iso}>{message.at.text}</time>
      </div>
      <div className="msg__b">
        {message.asks && (
          <p className="msg__ask">
            <Icon name="message-circle-question" />
            {m.ui_message_asks()}
          </p>
        )}
        <p className="prewrap">{message.body}</p>
        {message.files.length > 0 && (
          <div className="msg__files">
            <FileList files={message.files} />
          </div>
        )}
      </div>
    </article>
  ))
}
