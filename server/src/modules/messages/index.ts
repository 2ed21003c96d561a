// SPDX-License-Identifier: MIT
export { listMessages, type Message, messageForMail } from './list-messages.ts'
export {
  addNote,
  type AddNote,
  listNotes,
  type Note,
  noteChoices,
  type NoteTone,
  noteTones,
} from './notes.ts'
export { postMessage, type PostMessage } from './post-message.ts'
