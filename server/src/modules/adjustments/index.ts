// SPDX-License-Identifier: MIT
export {
  adoptRegime,
  type AdoptedRegime,
  type ProcedureName,
  type RegimeRefused,
  type RegimeView,
  viewRegime,
} from './adopt-regime.ts'
export {
  type AdjustableProcedure,
  type AdjustableSolution,
  adjustProcedure,
  listAdjustableProcedures,
  type ProcedureRefused,
} from './adjust-procedure.ts'
export {
  adjustTemplate,
  returnToOriginal,
  type TemplateProblem,
  type TemplateRefused,
  type TypedParts,
} from './adjust-template.ts'
export type { AdjustmentsLine } from './adjustments.queries.ts'
export { type AdjustmentsHistory, listAdjustments, restoreAdjustments } from './history.ts'
export {
  type PreviewOutcome,
  previewTemplate,
  sendTest,
  type TemplatePreview,
  type TestSent,
} from './preview-template.ts'
export {
  listTemplates,
  type MergeableName,
  type TemplateKind,
  type TemplateName,
  type TemplatePart,
  type TemplateSummary,
  type TemplateView,
  viewTemplate,
  type WrittenTo,
} from './templates.ts'
export type { ShownRegime } from './shown-regime.ts'
export type { AdjustmentsWritten } from './write-adjustments.ts'
