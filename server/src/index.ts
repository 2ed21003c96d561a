// SPDX-License-Identifier: MIT
/** What the pages may know of the server: types only. */
export type { Attachment, ServedFile } from './modules/attachments/index.ts'
export type { BulkCounts, BulkForm, BulkItemView, BulkView } from './modules/bulk/index.ts'
export type { ProcedureSheet, ProcedureTile, ThemeCount } from './modules/catalogue/index.ts'
export type { ShownRegime } from './modules/adjustments/index.ts'
export type { HelpBeside, HelpSection, HelpSheet, HelpTile } from './modules/help/index.ts'
export type {
  AgesView,
  BreakdownRow,
  BreakdownView,
  DashboardLink,
  DashboardView,
  DelayView,
  DraftsView,
  EntryListView,
  Figure,
  IndicatorView,
  ListLink,
  WeeksView,
  WidgetView,
} from './modules/dashboards/index.ts'
export type { ClockView, ReceiptLink, ReceiptView } from './modules/clocks/index.ts'
export type { EntryFile } from './modules/documents/index.ts'
export type {
  EntryView,
  FieldView,
  GuideStage,
  HistoryLine,
  StateView,
  TransitionView,
} from './modules/entries/index.ts'
export type { ChangeRequest, ProposedField, WaitingChange } from './modules/approvals/index.ts'
export type { ExplainChoices, SensitiveRead, WhoSees } from './modules/explanations/index.ts'
export type {
  ManagedProvider,
  OfferedProvider,
  OwnIdentities,
  Preset,
  ProviderChoice,
  ProviderChoices,
  ProviderSettings,
  ThroughRefusal,
  ViewedProvider,
} from './modules/identity-providers/index.ts'
export type { EventActor } from './modules/events/index.ts'
export type {
  AnswerView,
  CounterProcedure,
  DraftView,
  Origin,
  PageView,
  ProblemView,
  ReviewedPage,
  ReviewView,
} from './modules/filing/index.ts'
export type { OverviewEntry } from './modules/links/index.ts'
export type { Message, Note } from './modules/messages/index.ts'
export type { Member, MemberRefusal, OwnOrganisation } from './modules/organisation-accounts/index.ts'
export type { Preferences } from './modules/preferences/index.ts'
export type { RelationPanel, RelationRefusal } from './modules/relations/index.ts'
export type { SavedAsked, SavedView } from './modules/saved-views/index.ts'
export type {
  MergeableName,
  PreviewOutcome,
  TemplateName,
  TemplatePart,
  TemplatePreview,
  TemplateProblem,
  TemplateView,
  TypedParts,
  WrittenTo,
} from './modules/adjustments/index.ts'
export type { Agent, PendingMembership, RightsLine, RoleChoice, SetUpStep } from './modules/set-up/index.ts'
export type { Channel, MailState, MailSummary, MailView } from './modules/notifications/index.ts'
export type {
  AskableField,
  Count,
  OpenedView,
  OwnEntry,
  RowTransition,
  TransitionForm,
  ViewAsked,
  ViewColumn,
  ViewFilter,
  ViewLink,
  ViewRow,
} from './modules/views/index.ts'
export type { ShownProblem, Viewer, WebContext } from './platform/http/web-context.ts'
export type { Tenant } from './platform/tenant.ts'
export type { Services } from './services.ts'
