// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { Button } from '../Button.tsx'
import { inLanguage } from '../language.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { inputId, type EditorProps, type FieldOf, type FormState } from './form-state.ts'
import { GroupFrame } from './Frame.tsx'

/**
 * Items that repeat (children, vehicles). Adding and removing are buttons of the form (`_add`, `_remove`): the server
 * answers with the page one item longer or shorter, what was typed being kept.
 */
export function GroupEditor({ field, name, form }: EditorProps<FieldOf<'group'>>) {
  const count = Math.max(itemCount(form, name), field.minItems ?? 0, field.required ? 1 : 0)
  const title = inLanguage(field.itemLabel)
  return (
    <GroupFrame field={field} name={name} form={form}>
      <ol className="items" id={inputId(name)} tabIndex={-1}>
        {Array.from({ length: count }, (_, index) => (
          // An item is known by its place, in the form as in the values.
          <li key={index}>
            <div className="items__h">
              <h2>{m.field_item_title({ title, number: index + 1 })}</h2>
              {count > (field.minItems ?? 0) && (
                <Button look="quiet" icon="trash" name="_remove" value={`${name}.${index}`}>
                  {m.field_item_remove()}
                  <span className="vh"> {m.field_item_title({ title, number: index + 1 })}</span>
                </Button>
              )}
            </div>
            {Object.entries(field.fields).map(([key, member]) => (
              <FieldEditor key={key} field={member} name={`${name}.${index}.${key}`} form={form} />
            ))}
          </li>
        ))}
      </ol>
      {(field.maxItems === undefined || count < field.maxItems) && (
        <Button icon="plus" name="_add" value={name}>
          {m.field_item_add({ title: m.field_item_title({ title, number: count + 1 }) })}
        </Button>
      )}
    </GroupFrame>
  )
}

/** Items with something sent about them; the server marks one just added and still empty by `name.N._`. */
function itemCount(form: FormState, name: string): number {
  const places = Object.keys(form.values)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => Number(key.slice(name.length + 1).split('.')[0]))
    .filter(Number.isInteger)
  return places.length === 0 ? 0 : Math.max(...places) + 1
}
