// SPDX-License-Identifier: MIT
import { AddressEditor } from './AddressEditor.tsx'
import { BooleanEditor, ChoiceEditor, ChoicesEditor } from './ChoiceEditor.tsx'
import { DateEditor } from './DateEditor.tsx'
import { DateTimeEditor } from './DateTimeEditor.tsx'
import { FilesEditor } from './FilesEditor.tsx'
import type { EditorProps } from './form-state.ts'
import { GeoPointEditor } from './GeoPointEditor.tsx'
import { GroupEditor } from './GroupEditor.tsx'
import { IdentityEditor } from './IdentityEditor.tsx'
import { LongTextEditor } from './LongTextEditor.tsx'
import { ComputedField, ConsentEditor, InformationBlock } from './quiet-fields.tsx'
import { ReferenceEditor, ReferencesEditor } from './ReferenceEditor.tsx'
import { TextEditor } from './TextEditor.tsx'

/** The inputs of a field, whatever its type. Works as plain HTML: no editor needs a script. */
export function FieldEditor({ field, name, form }: EditorProps) {
  const props = { name, form }
  switch (field.type) {
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'siren':
    case 'siret':
    case 'uai':
    case 'iban':
    case 'integer':
    case 'number':
    case 'money':
      return <TextEditor field={field} {...props} />
    case 'long_text':
      return <LongTextEditor field={field} {...props} />
    case 'boolean':
      return <BooleanEditor field={field} {...props} />
    case 'date':
      return <DateEditor field={field} {...props} />
    case 'datetime':
      return <DateTimeEditor field={field} {...props} />
    case 'choice':
      return <ChoiceEditor field={field} {...props} />
    case 'choices':
      return <ChoicesEditor field={field} {...props} />
    case 'address':
      return <AddressEditor field={field} {...props} />
    case 'geo_point':
      return <GeoPointEditor field={field} {...props} />
    case 'person_identity':
      return <IdentityEditor field={field} {...props} />
    case 'reference':
      return <ReferenceEditor field={field} {...props} />
    case 'references':
      return <ReferencesEditor field={field} {...props} />
    case 'file':
    case 'files':
      return <FilesEditor field={field} {...props} />
    case 'group':
      return <GroupEditor field={field} {...props} />
    case 'computed':
      return <ComputedField field={field} {...props} />
    case 'consent':
      return <ConsentEditor field={field} {...props} />
    case 'information':
      return <InformationBlock field={field} />
  }
}
