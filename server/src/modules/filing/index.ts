// SPDX-License-Identifier: MIT
export { deleteDraft, purgeDrafts, purgeQueue, startFiling } from './delete-draft.ts'
export {
  type DraftLinkSent,
  openDraftLink,
  type OpenedDraftLink,
  renewDraftLink,
  sendDraftLink,
} from './draft-links.ts'
export { type DraftUpload, openDraftFile, openDraftThumbnail, uploadToDraft } from './draft-files.ts'
export { draftOf, type DraftStep, type DraftView, listDrafts } from './draft-view.ts'
export { draftLifetimeDays } from './draft.ts'
export { filedDraft, type FiledView, followFiled } from './filed-draft.ts'
export { keepPage, type KeepPage, type PageKept } from './keep-page.ts'
export { draftPage, type PageView, type QuestionView } from './page-view.ts'
export { type PendingDraft, type PendingDrafts, pendingDrafts } from './pending-drafts.ts'
export type { AddressChoices } from './place-addresses.ts'
export type { ProblemView } from './problem-view.ts'
export { type AnswerView, reviewDraft, type ReviewedPage, type ReviewView } from './review-draft.ts'
export { type PageSaved, type RefusedFile, savePage, type SavePage } from './save-page.ts'
export {
  counterProcedures,
  type CounterProcedure,
  startForSomeone,
  type StartForSomeone,
} from './start-for-someone.ts'
export { claimDrafts, startDraft } from './start-draft.ts'
export { submitDraft, type Submitted } from './submit-draft.ts'
export type { Origin } from './suggest-answers.ts'
export { newVisitor, type Visitor, visitorCookie, visitorOf } from './visitor.ts'
